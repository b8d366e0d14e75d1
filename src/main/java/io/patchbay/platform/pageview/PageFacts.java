package io.patchbay.platform.pageview;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers the facts of all modules in one statement, once in a page view. */
@Service
public class PageFacts {

    private final JdbcClient jdbc;
    private final List<PageFact> facts;
    private final String all;
    private final TransactionTemplate reading;
    private final Clock clock;

    PageFacts(JdbcClient jdbc, List<PageFact> facts, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
        this.all = select(facts);
    }

    /** The answer as text; empty where there is none. Asked for alone where no page is made. */
    public Optional<String> answer(PageFact fact) {
        return PageView.isOpen()
                ? Optional.ofNullable(PageView.once(PageFacts.class, () -> answers(all, facts))
                        .get(fact.name()))
                : Optional.ofNullable(
                        answers(select(List.of(fact)), List.of(fact)).get(fact.name()));
    }

    private Map<String, String> answers(String sql, List<PageFact> asked) {
        return reading.execute(status -> read(sql, asked));
    }

    private Map<String, String> read(String sql, List<PageFact> asked) {
        return jdbc.sql(sql)
                .param("company", Current.companyIfAny().map(CompanyId::value).orElse(null), Types.OTHER)
                .param("tenant", reader().map(PersonId::tenantId).orElse(null), Types.OTHER)
                .param("person", reader().map(PersonId::objectId).orElse(null), Types.OTHER)
                .param("now", Timestamps.utc(clock.instant()))
                .query((row, number) -> {
                    var answers = new HashMap<String, String>();
                    for (var fact : asked) {
                        var answer = row.getString(fact.name());
                        if (answer != null) {
                            answers.put(fact.name(), answer);
                        }
                    }
                    return answers;
                })
                .single();
    }

    private static Optional<PersonId> reader() {
        return Current.scope()
                .map(Current.Scope::actor)
                .filter(Actor.Human.class::isInstance)
                .map(actor -> ((Actor.Human) actor).id());
    }

    private static String select(List<PageFact> facts) {
        return facts.stream()
                .map(fact -> "(%s)::text as %s".formatted(fact.sql(), fact.name()))
                .collect(Collectors.joining(",\n", "select\n", ""));
    }
}
