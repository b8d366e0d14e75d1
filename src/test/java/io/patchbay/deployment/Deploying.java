package io.patchbay.deployment;

import static org.awaitility.Awaitility.await;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.imports.CatalogImport;
import io.patchbay.deployment.management.DeploymentDrafts;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.management.VersionView;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.synchronization.SyncJob;
import io.patchbay.deployment.synchronization.SyncTimes;
import io.patchbay.deployment.synchronization.Synchronizing;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.simulator.download.Publishers;
import io.patchbay.simulator.intune.IntuneApplications;
import io.patchbay.simulator.intune.SimulatedApp;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A company with a connected tenant, a license and the catalog, that deploys. */
public final class Deploying {

    public static final AppId SEVEN_ZIP = new AppId("7zip.7zip");

    private static final Actor ACTOR = new Actor.Machine("Test");
    private static final Duration FIRST_POLL = Duration.ofSeconds(1);
    private static final String ABOUT_TO_POLL = "task_name = 'publish-version' and not picked"
            + " and execution_time between now() and now() + interval '%d seconds'".formatted(FIRST_POLL.toSeconds());

    private final Portal portal;
    private final Surfer founder;
    private final CompanyId company;
    private final EnvironmentId environment;

    private Deploying(Portal portal, Surfer founder) {
        this.portal = portal;
        this.founder = founder;
        this.company = new CompanyId(portal.database().one("select company_id from company", UUID.class));
        this.environment = new EnvironmentId(UUID.fromString(founder.environment()));
    }

    public static Deploying begin(Portal portal) {
        return begin(portal, Contoso.ADMIN, "Contoso");
    }

    /** A company of that name and founder, to which Contoso's tenant is connected. */
    public static Deploying begin(Portal portal, String account, String company) {
        var founder = new Surfer(portal).foundCompany(account, company);
        founder.connect(founder.environment(), Contoso.ADMIN).awaitOutcome();
        founder.get("/settings/environments/" + founder.environment() + "/license");
        founder.post(
                "/settings/environments/" + founder.environment() + "/license/trial", "devices", "100", "plan", "plus");
        var deploying = new Deploying(portal, founder);
        deploying.readCatalog();
        return deploying;
    }

    public Surfer founder() {
        return founder;
    }

    public EnvironmentId environment() {
        return environment;
    }

    public Publishers publishers() {
        return portal.microsoft().controls().publishers();
    }

    public IntuneApplications intune() {
        return portal.microsoft().controls().applications();
    }

    public void readCatalog() {
        publishers().folder();
        portal.bean(CatalogImport.class).run();
    }

    public <T> T inCompany(Supplier<T> work) {
        return Current.as(company, ACTOR, work::get);
    }

    public void doInCompany(Runnable work) {
        inCompany(() -> {
            work.run();
            return true;
        });
    }

    public UUID group(String name) {
        return portal.microsoft().controls().group(Contoso.TENANT, name);
    }

    public Assignment required(String group) {
        return new Assignment(Intent.REQUIRED, Target.GROUP, group(group), group, null, null, false);
    }

    public static DeploymentSpec latest() {
        return DeploymentSpec.of(
                new VersionChoice.Latest(0), new InstallerChoice(Architecture.X64, InstallScope.MACHINE));
    }

    public DeploymentId publish(AppId app, DeploymentSpec spec) {
        return inCompany(() -> {
            var drafts = portal.bean(DeploymentDrafts.class);
            var id = drafts.begin(environment, app, spec);
            portal.bean(Deployments.class).change(id, spec, view(id).change());
            drafts.publish(id);
            return id;
        });
    }

    /** An active deployment beyond every plan's limit, of which nothing is published yet; inside a transaction. */
    public DeploymentId insertActive() {
        return insertActive(latest());
    }

    /** The same as it is wanted. */
    public DeploymentId insertActive(DeploymentSpec spec) {
        var now = portal.microsoft().clock().instant();
        var id = new DeploymentId(UUID.randomUUID());
        var deployment = new Deployment(
                company,
                id,
                environment,
                new Deployment.DeployedApp(SEVEN_ZIP, "7-Zip", "Igor Pavlov"),
                spec,
                "Test",
                now);
        deployment.publish(now);
        portal.bean(DeploymentRepository.class).save(deployment);
        return id;
    }

    /** A version of a deployment that is being published, which no job knows; inside a transaction. */
    public DeployedVersion insertVersion(DeploymentId deployment, PublishProgress progress) {
        return insertVersion(deployment, "24.09", progress);
    }

    /** The same of a version of the application. */
    public DeployedVersion insertVersion(DeploymentId deployment, String version, PublishProgress progress) {
        return portal.bean(DeployedVersionRepository.class)
                .save(new DeployedVersion(
                        company,
                        UUID.randomUUID(),
                        deployment,
                        version,
                        PublishReason.CREATED,
                        progress,
                        portal.microsoft().clock().instant()));
    }

    public DeploymentView view(DeploymentId id) {
        return inCompany(() -> portal.bean(DeploymentQueries.class).get(id));
    }

    public VersionView latest(DeploymentId id) {
        return view(id).latest().orElseThrow();
    }

    /** Waits for a status; the time that Intune takes, and that passes until it is asked again, passes by the clock. */
    public void awaitStatus(DeploymentId id, VersionStatus status) {
        await().pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            passProcessing();
                            passPolling();
                            return latest(id).status();
                        },
                        status::equals);
    }

    /** Waits until a quick deployment has begun whatever can be begun. */
    public void awaitQuick(UUID quick) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> portal.database()
                                .count("quick_deployment_item where state = 'WAITING' and quick_deployment_id = '"
                                        + quick + "'")
                        == 0);
    }

    private void passProcessing() {
        if (apps().stream().anyMatch(app -> app.publishingState().equals("processing"))) {
            portal.microsoft().controls().advanceClock(intune().times().processing());
        }
    }

    private void passPolling() {
        var database = portal.database();
        if (database.count("scheduled_tasks where " + ABOUT_TO_POLL) > 0) {
            portal.microsoft().controls().advanceClock(FIRST_POLL);
            database.execute("update scheduled_tasks set execution_time = 'epoch' where " + ABOUT_TO_POLL);
        }
    }

    public void synchronize() {
        doInCompany(() -> portal.bean(SyncJob.class).work(environment));
    }

    /** Has it synchronized as somebody who asks for it does. */
    public void synchronizeOnRequest() {
        doInCompany(() -> portal.bean(SyncTimes.class).ask(environment));
        readCatalog();
        synchronize();
    }

    /** The same, and what came of it: for an environment that keeps its deployments meanwhile. */
    public SyncReport synchronizeNow() {
        synchronizeOnRequest();
        return inCompany(() -> portal.bean(Synchronizing.class).all().getFirst().report());
    }

    /** Names and versions in Intune, oldest version first. */
    public List<String> there() {
        return apps().stream()
                .map(app -> app.displayName() + " " + app.displayVersion())
                .sorted()
                .toList();
    }

    public List<SimulatedApp> apps() {
        return intune().apps(Contoso.TENANT).stream()
                .sorted(Comparator.comparing(SimulatedApp::displayVersion))
                .toList();
    }

    public SimulatedApp app(String version) {
        return apps().stream()
                .filter(one -> one.displayVersion().equals(version))
                .findFirst()
                .orElseThrow();
    }
}
