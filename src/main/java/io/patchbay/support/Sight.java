package io.patchbay.support;

import io.patchbay.company.SupportGrant.Access;
import io.patchbay.company.SupportVisits;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.event.Category;
import io.patchbay.event.EventLog;
import io.patchbay.event.EventSearch;
import io.patchbay.event.RecordedEvent;
import io.patchbay.licensing.LicenceView;
import io.patchbay.licensing.Licences;
import io.patchbay.tenancy.CompanyId;
import io.patchbay.tenancy.Current;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the vendor's support sees of a company: a little always, the rest as far as the company grants it. */
@Service
public class Sight {

    private static final int TIMELINE = 50;

    private final SupportVisits visits;
    private final Environments environments;
    private final Licences licences;
    private final EventSearch search;
    private final EventLog log;

    Sight(SupportVisits visits, Environments environments, Licences licences, EventSearch search, EventLog log) {
        this.visits = visits;
        this.environments = environments;
        this.licences = licences;
        this.search = search;
        this.log = log;
    }

    /** An environment as support always sees it: how its connection stands, and its licence. */
    public record Glance(
            @Nullable String health,
            @Nullable String icon,
            @Nullable String tone,
            @Nullable LicenceView licence) {}

    /** A connection, and what happened to it. */
    public record Connection(EnvironmentView environment, List<RecordedEvent> timeline) {}

    /** The environments, without their names. */
    public List<Glance> environments(CompanyId company) {
        return Current.asStaff(company, () -> {
            var all = licences.byEnvironment();
            return environments.all().stream()
                    .map(environment -> glance(environment, all.get(environment.id())))
                    .toList();
        });
    }

    private static Glance glance(EnvironmentView environment, @Nullable LicenceView licence) {
        var connection = environment.connection();
        return connection == null
                ? new Glance(null, null, null, licence)
                : new Glance(
                        connection.health().name(),
                        connection.health().icon(),
                        connection.health().tone(),
                        licence);
    }

    /** Companies that let support read something and whose events of the last weeks speak of it, with how many do. */
    public List<SupportVisits.Found> mentions(String text) {
        return visits.searchGranting("\"" + text + "\"", () -> search.mentions(text));
    }

    /**
     * The company's connections with what happened to them.
     *
     * @throws io.patchbay.web.RefusedException where that is not granted, or no visit has begun
     */
    public List<Connection> connections(CompanyId company) {
        return visits.look(
                company,
                Access.READ_ONLY,
                "the connections",
                () -> environments.all().stream()
                        .map(environment -> new Connection(
                                environment, log.ofEnvironment(environment.id(), Category.INTUNE, TIMELINE)))
                        .toList());
    }
}
