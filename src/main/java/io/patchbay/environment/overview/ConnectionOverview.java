package io.patchbay.environment.overview;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.EnvironmentView.ConnectionView;
import io.patchbay.environment.HealthView;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Banner.Severity;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.OverviewPart;
import io.patchbay.ui.OverviewPart.Figure;
import io.patchbay.ui.OverviewPart.Need;
import io.patchbay.ui.OverviewPart.SetupStep;
import io.patchbay.ui.OverviewPart.Well;
import io.patchbay.ui.OverviewSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** The connections on the overview: which of them need somebody, each with its one next step. */
@Component
class ConnectionOverview implements OverviewSource {

    private static final String PAGE = "/settings/environments";

    private final EnvironmentViews environments;
    private final ConnectionActions actions;
    private final MessageSourceAccessor messages;

    ConnectionOverview(EnvironmentViews environments, ConnectionActions actions, MessageSourceAccessor messages) {
        this.environments = environments;
        this.actions = actions;
        this.messages = messages;
    }

    @Override
    public List<OverviewPart> parts() {
        var connected =
                environments.all().stream().filter(EnvironmentView::connected).toList();
        var parts = new ArrayList<OverviewPart>();
        if (Current.may(Capability.CONNECT_INTUNE)) {
            parts.add(step(!connected.isEmpty()));
        }
        if (connected.isEmpty()) {
            return parts;
        }
        var needs = connected.stream().flatMap(this::need).toList();
        parts.addAll(needs);
        parts.add(new Figure(
                10,
                messages.getMessage("overview.connections"),
                connected.size(),
                PAGE,
                needs.isEmpty() ? "" : "warning"));
        parts.add(new Well(10, well(connected)));
        return parts;
    }

    private SetupStep step(boolean done) {
        return new SetupStep(
                10,
                messages.getMessage("overview.setup.connect"),
                messages.getMessage("overview.setup.connect.text"),
                done,
                new BannerAction(messages.getMessage("environments.connect"), PAGE));
    }

    private String well(List<EnvironmentView> connected) {
        return connected.size() == 1
                ? messages.getMessage("overview.well.one", new Object[] {
                    Objects.requireNonNull(connected.getFirst().connection()).tenantName()
                })
                : messages.getMessage("overview.well", new Object[] {connected.size()});
    }

    private Stream<OverviewPart> need(EnvironmentView environment) {
        var connection = environment.requireConnection();
        var health = decisive(connection.health());
        return severity(health).stream().map(severity -> need(severity, environment, connection, health));
    }

    private Need need(Severity severity, EnvironmentView environment, ConnectionView connection, HealthView health) {
        var title = messages.getMessage(
                "overview.connection",
                new Object[] {connection.tenantName(), messages.getMessage("health." + health.name())});
        var next = messages.getMessage(
                "health.next." + health.name() + "." + health.cause(),
                messages.getMessage("health.next." + health.name()));
        return new Need(severity, title, next, actions.of(environment, health));
    }

    /** What is wrong beneath a pause, or was before Microsoft could not be asked, is what somebody can do something about. */
    private static HealthView decisive(HealthView health) {
        var beneath = health.underlyingProblem();
        return beneath == null ? health : decisive(beneath);
    }

    private static Optional<Severity> severity(HealthView health) {
        return switch (health.kind()) {
            case CONNECTED, REDUCED, DISCONNECTING, VERIFYING, CHECKING -> Optional.empty();
            case LOST, BLOCKED -> Optional.of(Severity.DANGER);
            case DEGRADED, WARNED, STALE -> Optional.of(Severity.WARNING);
            case OURS, UNKNOWN, PAUSED -> Optional.of(Severity.INFO);
        };
    }
}
