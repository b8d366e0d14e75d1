package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.publishing.InstallPlan;
import io.patchbay.deployment.publishing.Installers;
import io.patchbay.platform.problem.NotFoundException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an application of the catalog can be deployed. */
@Service
public class DeploymentOffers {

    private static final int VERSIONS_AT_MOST = 100;

    private final Catalog catalog;
    private final Clock clock;

    DeploymentOffers(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** An architecture and scope for which there is an installer; no scope where the installer decides itself. */
    public record Kind(Architecture architecture, @Nullable InstallScope scope) {}

    /**
     * How it can be deployed.
     *
     * @param versions newest first
     * @param kinds what there are installers for; none where nothing of it can be installed silently
     */
    public record Offer(String app, String name, String publisher, List<String> versions, List<Kind> kinds) {}

    /**
     * What is offered for an application.
     *
     * @throws NotFoundException where the catalog has no version of it
     */
    @Transactional(readOnly = true)
    public Offer of(AppId app) {
        var newest = newest(app);
        return new Offer(
                app.value(),
                newest.name(),
                newest.publisher(),
                catalog.versions(app).stream().limit(VERSIONS_AT_MOST).toList(),
                Installers.choices(newest).stream()
                        .map(choice -> new Kind(choice.architecture(), choice.scope()))
                        .toList());
    }

    private Release newest(AppId app) {
        return catalog.newest(app, clock.instant()).orElseThrow(NotFoundException::new);
    }

    /** The commands that the manifest of the newest version leads to, with their placeholders. */
    public record Commands(String install, String uninstall) {}

    /** The commands for an application; empty ones where no installer fits any more. */
    @Transactional(readOnly = true)
    public Commands commands(AppId app, DeploymentSpec spec) {
        var release = spec.fixedVersion() == null
                ? catalog.newest(app, clock.instant())
                : catalog.release(app, spec.fixedVersion());
        return release.flatMap(one -> Installers.of(one, spec.architecture(), spec.scope()))
                .map(installer -> new Commands(InstallPlan.install(installer), InstallPlan.uninstall(installer)))
                .orElse(new Commands("", ""));
    }

    /** Whether there is an installer for it in that version. */
    @Transactional(readOnly = true)
    public boolean installable(AppId app, DeploymentSpec spec) {
        return !commands(app, spec).install().isEmpty();
    }
}
