package io.patchbay.support.session;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.event.Category;
import io.patchbay.event.EventLog;
import io.patchbay.event.EventSearch;
import io.patchbay.event.RecordedEvent;
import io.patchbay.licensing.LicenseView;
import io.patchbay.licensing.Licenses;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.support.grant.SupportGrant.GrantedAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the vendor's support sees of a company: a little always, the rest as far as the company grants it. */
@Service
public class SupportView {

    private static final int TIMELINE = 50;

    private final SupportSessions sessions;
    private final Environments environments;
    private final Licenses licenses;
    private final EventSearch search;
    private final EventLog log;

    SupportView(
            SupportSessions sessions, Environments environments, Licenses licenses, EventSearch search, EventLog log) {
        this.sessions = sessions;
        this.environments = environments;
        this.licenses = licenses;
        this.search = search;
        this.log = log;
    }

    /** An environment as support always sees it: how its connection stands, and its license. */
    public record EnvironmentSummary(
            @Nullable String health, @Nullable LicenseView license) {}

    /** A connection, and what happened to it. */
    public record ConnectionTimeline(EnvironmentView environment, List<RecordedEvent> timeline) {}

    /** The environments, without their names. */
    public List<EnvironmentSummary> environments(CompanyId company) {
        return Current.asStaff(company, () -> {
            var all = licenses.byEnvironment();
            return environments.all().stream()
                    .map(environment -> glance(environment, all.get(environment.id())))
                    .toList();
        });
    }

    private static EnvironmentSummary glance(EnvironmentView environment, @Nullable LicenseView license) {
        var connection = environment.connection();
        return connection == null
                ? new EnvironmentSummary(null, license)
                : new EnvironmentSummary(connection.health().name(), license);
    }

    /** Companies that let support read something and whose events of the last weeks speak of it, with how many do. */
    public List<SupportSessions.EventMention> mentions(String text) {
        return sessions.searchGranting("\"" + text + "\"", () -> search.mentions(text));
    }

    /**
     * The company's connections with what happened to them.
     *
     * @throws io.patchbay.platform.problem.RefusedException where that is not granted, or no visit has begun
     */
    public List<ConnectionTimeline> connections(CompanyId company) {
        return sessions.look(
                company,
                GrantedAccess.READ_ONLY,
                "the connections",
                () -> environments.all().stream()
                        .map(environment -> new ConnectionTimeline(
                                environment, log.ofEnvironment(environment.id(), Category.INTUNE, TIMELINE)))
                        .toList());
    }
}
