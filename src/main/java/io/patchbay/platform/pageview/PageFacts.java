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
    private final Question ofCompany;
    private final Question ofReader;
    private final TransactionTemplate reading;
    private final Clock clock;

    PageFacts(JdbcClient jdbc, List<PageFact> facts, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.ofCompany = Question.about(facts);
        this.ofReader = Question.about(
                facts.stream().filter(fact -> !fact.sql().contains(":company")).toList());
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** One statement, and the names of what it answers. */
    private record Question(List<String> names, String sql) {

        static Question about(List<PageFact> facts) {
            return new Question(
                    facts.stream().map(PageFact::name).toList(),
                    facts.stream()
                            .map(fact -> "(%s)::text as %s".formatted(fact.sql(), fact.name()))
                            .collect(Collectors.joining(",\n", "select\n", "")));
        }
    }

    /** The answer as text; empty where there is none. Asked for alone where no page is made. */
    public Optional<String> answer(PageFact fact) {
        var all = Current.companyIfAny().isPresent() ? ofCompany : ofReader;
        if (!all.names().contains(fact.name())) {
            return Optional.empty();
        }
        var answers = PageView.isOpen()
                ? PageView.once(PageFacts.class, () -> answers(all))
                : answers(Question.about(List.of(fact)));
        return Optional.ofNullable(answers.get(fact.name()));
    }

    private Map<String, String> answers(Question question) {
        return reading.execute(status -> read(question));
    }

    private Map<String, String> read(Question question) {
        return jdbc.sql(question.sql())
                .param("company", Current.companyIfAny().map(CompanyId::value).orElse(null), Types.OTHER)
                .param("tenant", reader().map(PersonId::tenantId).orElse(null), Types.OTHER)
                .param("person", reader().map(PersonId::objectId).orElse(null), Types.OTHER)
                .param("now", Timestamps.utc(clock.instant()))
                .query((row, number) -> {
                    var answers = new HashMap<String, String>();
                    for (var name : question.names()) {
                        var answer = row.getString(name);
                        if (answer != null) {
                            answers.put(name, answer);
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
}
