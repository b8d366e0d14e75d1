package io.patchbay.support.session;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.event.EventSearch;
import io.patchbay.licensing.LicenseView;
import io.patchbay.licensing.Licenses;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.support.grant.SupportGrant.GrantedAccess;
import io.patchbay.support.session.SupportSessions.Look;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the vendor's support sees of a company: a little always, the rest as far as the company grants it. */
@Service
public class SupportView {

    private final SupportSessions sessions;
    private final Environments environments;
    private final Licenses licenses;
    private final EventSearch search;

    SupportView(SupportSessions sessions, Environments environments, Licenses licenses, EventSearch search) {
        this.sessions = sessions;
        this.environments = environments;
        this.licenses = licenses;
        this.search = search;
    }

    /** An environment as support always sees it: how its connection stands, and its license. */
    public record EnvironmentSummary(
            @Nullable String health, @Nullable LicenseView license) {}

    /**
     * A connection among others.
     *
     * @param environments all that the company has
     * @param seen the one that is looked at
     */
    public record SeenConnection(List<EnvironmentView> environments, EnvironmentView seen) {}

    /**
     * How support stands in a company, and the company's environments without their names.
     *
     * @throws io.patchbay.platform.problem.NotFoundException where there is no such company
     */
    public Look<List<EnvironmentSummary>> environments(CompanyId company) {
        return sessions.glance(company, this::environments);
    }

    private List<EnvironmentSummary> environments() {
        var all = licenses.byEnvironment();
        return environments.all().stream()
                .map(environment -> glance(environment, all.get(environment.id())))
                .toList();
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
     * Looks at one of the company's connections.
     *
     * @param wanted the environment; null for the first one that is connected
     * @param reader is handed the environment that is looked at, inside the company, where it is connected
     * @throws io.patchbay.platform.problem.NotFoundException where the company has no such environment
     * @throws io.patchbay.platform.problem.RefusedException where that is not granted, or no visit has begun
     */
    public Look<SeenConnection> connection(CompanyId company, @Nullable UUID wanted, Consumer<EnvironmentId> reader) {
        return sessions.look(company, GrantedAccess.READ_ONLY, "the connections", () -> {
            var all = environments.all();
            var seen = wanted == null
                    ? all.stream()
                            .filter(EnvironmentView::connected)
                            .findFirst()
                            .orElseGet(all::getFirst)
                    : environments.get(new EnvironmentId(wanted));
            if (seen.connected()) {
                reader.accept(seen.id());
            }
            return new SeenConnection(all, seen);
        });
    }
}
