package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.AppMark;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deployments end with the connection, first of all: each application in Intune is a piece of its own, and so is each
 * deployment. A piece carries all that its removal has to know, whatever else is gone already.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeploymentTeardown implements ConnectionTeardown {

    private static final String DEPLOYMENT = "deployment";
    private static final String LEAVE = "leave";
    private static final String LATEST = "latest";
    private static final String OLD = "old";
    private static final String UNKNOWN = "-";

    private final DeploymentTeardownStore store;
    private final ConnectionLock connections;
    private final AppRemoval removal;
    private final ManualAssignmentCheck manualAssignments;
    private final MessageSourceAccessor messages;

    DeploymentTeardown(
            DeploymentTeardownStore store,
            ConnectionLock connections,
            AppRemoval removal,
            ManualAssignmentCheck manualAssignments,
            MessageSourceAccessor messages) {
        this.store = store;
        this.connections = connections;
        this.removal = removal;
        this.manualAssignments = manualAssignments;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "deployment";
    }

    @Override
    public boolean inTenant() {
        return true;
    }

    @Override
    public void look(EnvironmentId environment) {
        manualAssignments.look(environment);
    }

    @Override
    public List<TeardownItem> preview(EnvironmentId environment) {
        return pieces(environment, false);
    }

    @Override
    public List<TeardownItem> previewLeaving(EnvironmentId environment) {
        return pieces(environment, true);
    }

    /** Applications in use first, with which their relations end, then what they replaced, and what Patchbay knows of them last. */
    private List<TeardownItem> pieces(EnvironmentId environment, boolean leave) {
        var latest = new ArrayList<TeardownItem>();
        var old = new ArrayList<TeardownItem>();
        var deployments = new ArrayList<TeardownItem>();
        for (var deployment : store.of(environment)) {
            for (var version : deployment.versions()) {
                if (version.mayBeInIntune()) {
                    (version.superseded() ? old : latest)
                            .add(new TeardownItem(
                                    reference(version, leave),
                                    name(deployment.deployment(), version),
                                    app(deployment.deployment(), version)));
                }
            }
            deployments.add(new TeardownItem(
                    DEPLOYMENT + "/" + deployment.deployment().id(),
                    text(
                            deployment.deployment().draft() ? "draft" : "deployment",
                            deployment.deployment().appName())));
        }
        return Stream.of(latest, old, deployments).flatMap(List::stream).toList();
    }

    private static TenantApp app(Deployment deployment, DeployedVersion version) {
        return new TenantApp(
                deployment.appName(), version.appVersion(), version.app(), new AppMark(version.id()).text());
    }

    private static String reference(DeployedVersion version, boolean leave) {
        var app = version.app();
        return String.join(
                "/",
                leave ? LEAVE : version.superseded() ? OLD : LATEST,
                version.id().toString(),
                app == null ? UNKNOWN : app);
    }

    private String name(Deployment deployment, DeployedVersion version) {
        var kind = version.manuallyAssigned() ? "byHand" : version.superseded() ? OLD : LATEST;
        return text(kind, deployment.appName(), version.appVersion());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("teardown.deployment." + key, arguments);
    }

    @Override
    public Removal remove(EnvironmentId environment, TeardownItem piece) {
        var parts = piece.reference().split("/", 3);
        if (parts[0].equals(DEPLOYMENT)) {
            store.forget(new DeploymentId(UUID.fromString(parts[1])));
            return new Removal.Removed();
        }
        var version = UUID.fromString(parts[1]);
        var uncertain = store.cancel(version);
        if (uncertain.isPositive()) {
            return new Removal.NotYet(uncertain, Removal.Obstacle.UNREACHABLE, text("inTheMaking"));
        }
        var stored = store.find(version);
        var app = parts[2].equals(UNKNOWN) ? stored.map(DeployedVersion::app).orElse(null) : parts[2];
        var target = new AppRemoval.RemovalTarget(version, app, !parts[0].equals(OLD));
        var removed = parts[0].equals(LEAVE)
                ? leave(environment, target, stored)
                : inTenant(environment, tenant -> removal.remove(tenant, target));
        return app == null || parts[2].equals(app) ? removed : new Removal.Found(app, removed);
    }

    /** Whatever is in Intune is named, and what never came to be there, or was removed from there meanwhile, is not. */
    private Removal leave(
            EnvironmentId environment, AppRemoval.RemovalTarget target, Optional<DeployedVersion> stored) {
        if (stored.isPresent() && !stored.get().mayBeInIntune()) {
            return new Removal.Removed();
        }
        return target.app() != null
                ? left(target.app())
                : inTenant(environment, tenant -> removal.look(tenant, target, app -> left(app.id())));
    }

    private Removal left(String app) {
        return new Removal.Left(Removal.Obstacle.CHOSEN, text("left", app));
    }

    private Removal inTenant(EnvironmentId environment, Function<UUID, Removal> work) {
        var tenant = connections.tenant(environment);
        if (tenant.isEmpty()) {
            return new Removal.Left(Removal.Obstacle.UNREACHABLE, text("notConnected"));
        }
        return worded(work.apply(tenant.get()));
    }

    private Removal worded(Removal removal) {
        return switch (removal) {
            case Removal.Found(var app, var then) -> new Removal.Found(app, worded(then));
            case Removal.Left(var obstacle, var reason)
            when obstacle == Removal.Obstacle.UNREACHABLE -> new Removal.Left(obstacle, text("noAccess"));
            case Removal other -> other;
        };
    }

    @EventListener
    void disconnected(IntuneDisconnected event) {
        store.forgetAll(event.environment());
    }
}
