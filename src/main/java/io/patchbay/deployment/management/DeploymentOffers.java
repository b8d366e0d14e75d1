package io.patchbay.deployment.management;

import io.patchbay.catalog.AppDependency;
import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.InstallEffect;
import io.patchbay.catalog.Release;
import io.patchbay.company.AppLanguage;
import io.patchbay.deployment.device.SelfUpdatingApps;
import io.patchbay.deployment.management.ManifestFacts.NeededApp;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.publishing.InstallPlan;
import io.patchbay.deployment.publishing.InstallerSelection;
import io.patchbay.deployment.publishing.ReturnCodes;
import io.patchbay.platform.pageview.PageView;
import io.patchbay.platform.problem.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an application of the catalog can be deployed. */
@Service
public class DeploymentOffers {

    private static final int VERSIONS_AT_MOST = 100;
    private static final VersionChoice NEWEST = new VersionChoice.Latest(0);

    private final Catalog catalog;
    private final AppLanguage language;
    private final Clock clock;

    DeploymentOffers(Catalog catalog, AppLanguage language, Clock clock) {
        this.catalog = catalog;
        this.language = language;
        this.clock = clock;
    }

    /**
     * What is offered for an application.
     *
     * @throws NotFoundException where the catalog has no version of it
     */
    @Transactional(readOnly = true)
    public DeploymentOffer of(AppId app) {
        var newest = release(app, NEWEST).orElseThrow(NotFoundException::new);
        return new DeploymentOffer(
                app.value(),
                newest.name(),
                newest.publisher(),
                catalog.versions(app).stream().limit(VERSIONS_AT_MOST).toList(),
                List.copyOf(InstallerSelection.choices(newest)),
                proposed(newest).orElse(null),
                newest.installers().stream()
                        .flatMap(one -> one.notDeployable().stream())
                        .distinct()
                        .toList());
    }

    private Optional<InstallerChoice> proposed(Release release) {
        return InstallerSelection.proposed(release, language.preferred().orElse(null));
    }

    /** The choice for a release that nobody was asked about, of that architecture if there is one. */
    Optional<InstallerChoice> proposed(Release release, Architecture architecture) {
        return InstallerSelection.proposed(release, language.preferred().orElse(null), architecture)
                .or(() -> proposed(release));
    }

    /** The choice for an application that nobody was asked about; empty where it cannot be deployed. */
    @Transactional(readOnly = true)
    public Optional<InstallerChoice> proposed(AppId app) {
        return release(app, NEWEST).flatMap(this::proposed);
    }

    /** What the manifest says of the installer that a deployment would publish now. */
    @Transactional(readOnly = true)
    public ManifestFacts facts(AppId app, DeploymentSpec spec) {
        return plan(app, spec).map(this::facts).orElse(ManifestFacts.NONE);
    }

    /** What a deployment so specified does on a device now; empty where no installer fits. */
    @Transactional(readOnly = true)
    public Optional<InstallEffect> effect(AppId app, DeploymentSpec spec) {
        return plan(app, spec).map(PlannedEffects::of);
    }

    /** The same for the version that devices get, or are to get first; empty where the catalog no longer knows it. */
    @Transactional(readOnly = true)
    public Optional<InstallEffect> effect(DeploymentView deployment) {
        var spec = deployment.spec();
        return deployment
                .current()
                .or(deployment::latest)
                .map(one -> spec.with(new VersionChoice.Fixed(one.version()), spec.installer()))
                .flatMap(one -> effect(new AppId(deployment.app()), one));
    }

    private Optional<InstallPlan> plan(AppId app, DeploymentSpec spec) {
        var release = release(app, spec.choice() instanceof VersionChoice.Fixed fixed ? fixed : NEWEST);
        return release.flatMap(one ->
                InstallerSelection.of(one, spec.installer()).map(installer -> new InstallPlan(one, installer, spec)));
    }

    /** The release that a deployment of that choice would publish now; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<Release> release(AppId app, VersionChoice choice) {
        return PageView.once(new Asked(app, choice), () -> switch (choice) {
            case VersionChoice.Latest(var ringDays) ->
                catalog.newest(app, clock.instant().minus(Duration.ofDays(ringDays)));
            case VersionChoice.Fixed(var version) -> catalog.release(app, version);
        });
    }

    private record Asked(AppId app, VersionChoice choice) {}

    private ManifestFacts facts(InstallPlan plan) {
        var installer = plan.installer();
        var rules = installer.rules();
        var needed = catalog.newest(
                rules.dependencies().stream().map(AppDependency::app).toList(), clock.instant());
        return new ManifestFacts(
                InstallPlan.install(installer),
                plan.usualUninstall(),
                ReturnCodes.of(installer),
                DeploymentOffer.nameOf(installer.locale()),
                installer.minimumRelease().map(release -> release.label()).orElse(null),
                rules.upgrade(),
                rules.dependencies().stream()
                        .map(one -> needed(one, Optional.ofNullable(needed.get(one.app()))))
                        .toList(),
                rules.otherDependencies());
    }

    private static NeededApp needed(AppDependency dependency, Optional<Release> newest) {
        return new NeededApp(
                dependency.app(),
                newest.map(Release::name).orElse(dependency.app().value()),
                dependency.minimumVersion(),
                newest.filter(release -> !InstallerSelection.choices(release).isEmpty())
                        .isPresent());
    }

    /** Whether a script installs that version, so that its content holds the install command. */
    boolean installsByScript(AppId app, String version, DeploymentSpec spec) {
        return plan(app, spec.with(new VersionChoice.Fixed(version), spec.installer()))
                .filter(InstallPlan::installsByScript)
                .isPresent();
    }

    /** Whether an application is known to update itself. */
    public boolean updatesItself(AppId app) {
        return SelfUpdatingApps.contains(app);
    }

    /** Whether there is an installer for it in that version. */
    @Transactional(readOnly = true)
    public boolean installable(AppId app, DeploymentSpec spec) {
        return plan(app, spec).isPresent();
    }
}
