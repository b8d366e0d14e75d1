package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.device.SelfUpdatingApps;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.publishing.InstallPlan;
import io.patchbay.deployment.publishing.InstallerSelection;
import io.patchbay.platform.problem.NotFoundException;
import java.time.Clock;
import java.util.List;
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

    /**
     * How it can be deployed.
     *
     * @param versions newest first
     * @param kinds what there are installers for; none where nothing of it can be installed silently
     */
    public record Offer(
            String app, String name, String publisher, List<String> versions, List<InstallerChoice> kinds) {}

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
                List.copyOf(InstallerSelection.choices(newest)));
    }

    private Release newest(AppId app) {
        return catalog.newest(app, clock.instant()).orElseThrow(NotFoundException::new);
    }

    /** The commands that the manifest of the newest version leads to, with their placeholders. */
    public record Commands(String install, String uninstall) {}

    /** The commands for an application; empty ones where no installer fits any more. */
    @Transactional(readOnly = true)
    public Commands commands(AppId app, DeploymentSpec spec) {
        var release = switch (spec.choice()) {
            case VersionChoice.Latest latest -> catalog.newest(app, clock.instant());
            case VersionChoice.Fixed(var version) -> catalog.release(app, version);
        };
        return release.flatMap(one -> InstallerSelection.of(one, spec.installer()))
                .map(installer -> new Commands(
                        InstallPlan.install(installer),
                        new InstallPlan(release.get(), installer, spec).usualUninstall()))
                .orElse(new Commands("", ""));
    }

    /** Whether an application is known to update itself. */
    public boolean updatesItself(AppId app) {
        return SelfUpdatingApps.contains(app);
    }

    /** Whether there is an installer for it in that version. */
    @Transactional(readOnly = true)
    public boolean installable(AppId app, DeploymentSpec spec) {
        return !commands(app, spec).install().isEmpty();
    }
}
