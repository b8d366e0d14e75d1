package io.patchbay.platform.pool;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.patchbay.platform.tracing.InnerContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Measures each SQL statement by the pool it came from and its first word, which says nothing of what it reads. What measures
 * may itself need the database, so nothing is measured until all of the portal is there.
 */
@Component
class SqlObservations implements SmartInitializingSingleton {

    private static final String OBSERVATION = "observation";
    private static final String OTHER = "other";
    private static final Set<String> KINDS = Set.of("select", "insert", "update", "delete", "with", "set", "call");

    private final ObjectProvider<ObservationRegistry> provider;
    private volatile ObservationRegistry observations = ObservationRegistry.NOOP;

    SqlObservations(ObjectProvider<ObservationRegistry> provider) {
        this.provider = provider;
    }

    @Override
    public void afterSingletonsInstantiated() {
        observations = provider.getObject();
    }

    /** The same connections, whose statements are measured. */
    DataSource of(String pool, DataSource source) {
        return ProxyDataSourceBuilder.create(pool, source)
                .listener(new Statements(pool))
                .build();
    }

    /** The first word of a statement, if it is one of the usual ones. */
    static String kind(String sql) {
        int begin = 0;
        while (begin < sql.length() && !Character.isLetter(sql.charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        var word = sql.substring(begin, end).toLowerCase(Locale.ROOT);
        return KINDS.contains(word) ? word : OTHER;
    }

    private final class Statements implements QueryExecutionListener {

        private final String pool;

        Statements(String pool) {
            this.pool = pool;
        }

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var kind = queries.isEmpty() ? OTHER : kind(queries.getFirst().getQuery());
            execution.addCustomValue(
                    OBSERVATION,
                    Observation.createNotStarted("patchbay.sql", InnerContext::new, observations)
                            .contextualName("sql " + kind)
                            .lowCardinalityKeyValue("pool", pool)
                            .lowCardinalityKeyValue("statement", kind)
                            .start());
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var observation = execution.getCustomValue(OBSERVATION, Observation.class);
            if (execution.getThrowable() != null) {
                observation.error(execution.getThrowable());
            }
            observation.stop();
        }
    }
}
