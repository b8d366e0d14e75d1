package io.patchbay.platform.tenancy;

import io.patchbay.platform.jdbc.Timestamps;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only way to see across companies. Each question is a database function {@code cross_tenant_…} of its own, which returns
 * just the columns needed and runs with the role {@code patchbay_cross_tenant}, which may read those tables; it is asked by
 * one class of the module it belongs to, and every call is logged.
 */
@Component
public class CrossTenantQueries {

    /** Reads a row of the columns {@code company_id} and {@code name}. */
    public static final RowMapper<CompanyName> COMPANY_NAME =
            (row, number) -> new CompanyName(new CompanyId(row.getObject(1, UUID.class)), row.getString(2));

    /** Reads a row of the column {@code company_id}. */
    public static final RowMapper<CompanyId> COMPANY_ID = (row, number) -> new CompanyId(row.getObject(1, UUID.class));

    private static final Logger LOG = LoggerFactory.getLogger(CrossTenantQueries.class);
    private static final Pattern FUNCTION = Pattern.compile("cross_tenant_[a-z_]+");

    private final JdbcClient jdbc;

    CrossTenantQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the function answers to a question that is seldom asked; logged at the level INFO.
     *
     * @param function the name of a database function {@code cross_tenant_…}
     * @param arguments what it takes, in its order; identifiers and instants among them are logged
     */
    public <T> List<T> ask(String function, RowMapper<T> mapper, Object... arguments) {
        return ask(Level.INFO, function, mapper, arguments);
    }

    /** The same for a question that is asked with every request or again and again by a job; logged at the level DEBUG. */
    public <T> List<T> askOften(String function, RowMapper<T> mapper, Object... arguments) {
        return ask(Level.DEBUG, function, mapper, arguments);
    }

    private <T> List<T> ask(Level level, String function, RowMapper<T> mapper, Object... arguments) {
        if (!FUNCTION.matcher(function).matches()) {
            throw new IllegalArgumentException("Not a function that may look across companies: " + function);
        }
        LOG.atLevel(level).log("Looking across companies: {} {}", function, loggable(arguments));
        var places = String.join(", ", Collections.nCopies(arguments.length, "?"));
        return jdbc.sql("select * from " + function + "(" + places + ")")
                .params(Arrays.stream(arguments).map(CrossTenantQueries::stored).toList())
                .query(mapper)
                .list();
    }

    private static List<Object> loggable(Object... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument instanceof UUID || argument instanceof Instant)
                .toList();
    }

    private static Object stored(Object argument) {
        return argument instanceof Instant instant ? Timestamps.utc(instant) : argument;
    }
}
