package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.management.DeploymentDrafts;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentQueries.DeploymentFilter;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.DeploymentSpec.Rollout;
import io.patchbay.deployment.model.Step;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.licensing.Licenses;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.microsoft.intune.AppRelation;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.simulator.download.DownloadFault;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.SimulatedApp;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What an application requires is deployed too, and Intune installs it before the application, version after version. */
@PortalTest
class DependencyTests {

    private static final AppId RUNTIME = new AppId("Microsoft.VCRedist.2015+.x64");
    private static final AppId GIT = new AppId("Git.Git");
    private static final String NAME = "Microsoft Visual C++ 2015-2022 Redistributable (x64)";

    private static DeploymentSpec requiring() {
        return requiring(Deploying.latest());
    }

    private static DeploymentSpec requiring(DeploymentSpec spec) {
        return spec.with(Rollout.USUAL.requiring(Map.of(RUNTIME.value(), NAME)));
    }

    private static DeploymentSpec available(DeploymentSpec spec) {
        return spec.with(List.of(new Assignment(Intent.AVAILABLE, Target.ALL_USERS, null, null, null, null, false)));
    }

    private static DeploymentView runtime(Portal portal, Deploying contoso) {
        return contoso.inCompany(() -> portal.bean(DeploymentQueries.class)
                .find(new DeploymentFilter("Visual C++", null, false, null, 1))
                .page()
                .getContent()
                .getFirst());
    }

    private static SimulatedApp app(Deploying contoso, String name, String version) {
        return contoso.apps().stream()
                .filter(one -> one.displayName().startsWith(name)
                        && one.displayVersion().equals(version))
                .findFirst()
                .orElseThrow(() -> new AssertionError(contoso.there()));
    }

    private static List<AppRelation> towards(Portal portal, String app) {
        var outcome = portal.bean(IntuneApps.class).relations(Contoso.TENANT, app);
        return outcome instanceof Answered<List<AppRelation>>(var found)
                ? found.stream().filter(AppRelation::towards).toList()
                : List.of();
    }

    private static String runtimeApp(Portal portal, Deploying contoso) {
        return String.valueOf(runtime(portal, contoso).current().orElseThrow().intuneApp());
    }

    /** With what it requires, whose last steps may come after its own. */
    private static DeploymentId published(Portal portal, Deploying contoso, DeploymentSpec spec) {
        var id = contoso.publish(Deploying.SEVEN_ZIP, spec);
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        await().until(() -> portal.database().count("deployed_version where status <> 'SUCCESS'") == 0);
        return id;
    }

    private static void newer(Deploying contoso, DeploymentId deployment, AppId app, String version) {
        contoso.publishers().release(app.value(), version);
        contoso.readCatalog();
        contoso.synchronizeNow();
        contoso.awaitStatus(deployment, VersionStatus.SUCCESS);
        assertThat(contoso.latest(deployment).version()).isEqualTo(version);
    }

    @Test
    void itIsDeployedForNobodyAndInstalledFirst(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(portal, contoso, requiring());
        var runtime = runtime(portal, contoso);
        assertThat(runtime.spec().assignments()).isEmpty();
        assertThat(runtime.status()).isEqualTo(VersionStatus.SUCCESS);
        assertThat(towards(portal, String.valueOf(contoso.latest(id).intuneApp())))
                .containsExactly(AppRelation.needs(runtimeApp(portal, contoso)));
        assertThat(contoso.founder().visit("/deployments/" + id).body()).contains("Deployed and required", "(x64)");
        assertThat(contoso.founder().visit("/events").body()).contains("Deployment " + runtime.appName() + " Created");
    }

    @Test
    void oneThatIsThereIsUsed(Portal portal) {
        var contoso = Deploying.begin(portal);
        var there = contoso.publish(RUNTIME, Deploying.latest());
        contoso.awaitStatus(there, VersionStatus.SUCCESS);
        published(portal, contoso, requiring());
        assertThat(runtime(portal, contoso).id()).isEqualTo(there);
        assertThat(portal.database().count("deployment")).isEqualTo(2);
    }

    @Test
    void newVersionsOfBothSidesKeepIt(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(portal, contoso, available(requiring()).retaining(2));
        var runtime = runtime(portal, contoso).id();
        newer(contoso, id, Deploying.SEVEN_ZIP, "25.00");
        var first = app(contoso, "7-Zip", "24.09").id();
        var second = app(contoso, "7-Zip", "25.00").id();
        assertThat(towards(portal, second))
                .containsExactlyInAnyOrder(AppRelation.updates(first), AppRelation.needs(runtimeApp(portal, contoso)));
        assertThat(towards(portal, first)).containsExactly(AppRelation.needs(runtimeApp(portal, contoso)));
        newer(contoso, runtime, RUNTIME, "99.0");
        var needed = app(contoso, "Microsoft Visual C++", "99.0").id();
        assertThat(towards(portal, second))
                .containsExactlyInAnyOrder(AppRelation.updates(first), AppRelation.needs(needed));
        assertThat(towards(portal, first)).containsExactly(AppRelation.needs(needed));
        contoso.synchronizeNow();
        assertThat(contoso.there()).hasSize(3);
    }

    @Test
    void itIsTakenBackAndGivenLater(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(portal, contoso, Deploying.latest());
        var app = String.valueOf(contoso.latest(id).intuneApp());
        change(portal, contoso, id, requiring());
        assertThat(towards(portal, app)).containsExactly(AppRelation.needs(runtimeApp(portal, contoso)));
        change(portal, contoso, id, Deploying.latest());
        assertThat(towards(portal, app)).isEmpty();
        assertThat(contoso.there()).hasSize(2);
    }

    private static void change(Portal portal, Deploying contoso, DeploymentId id, DeploymentSpec spec) {
        contoso.doInCompany(() ->
                portal.bean(Deployments.class).change(id, spec, contoso.view(id).change()));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
    }

    @Test
    void theApplicationWaitsAndGoesOnOnceWhatItRequiresIsPublished(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.publishers().fail(RUNTIME.value(), DownloadFault.NOT_FOUND);
        var id = contoso.publish(Deploying.SEVEN_ZIP, requiring());
        contoso.awaitStatus(id, VersionStatus.RETRYING);
        assertThat(contoso.latest(id).cause()).contains("requires", "Visual C++");
        contoso.publishers().fail(RUNTIME.value(), DownloadFault.NONE);
        contoso.doInCompany(() ->
                portal.bean(Deployments.class).retry(runtime(portal, contoso).id()));
        contoso.awaitStatus(runtime(portal, contoso).id(), VersionStatus.SUCCESS);
        contoso.doInCompany(() -> portal.bean(Deployments.class).retry(id));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        assertThat(towards(portal, String.valueOf(contoso.latest(id).intuneApp())))
                .containsExactly(AppRelation.needs(runtimeApp(portal, contoso)));
    }

    @Test
    void whatLosesWhatItRequiresGoesOnWithoutIt(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(portal, contoso, requiring());
        delete(portal, contoso, runtime(portal, contoso).id(), 1);
        assertThat(towards(portal, String.valueOf(contoso.latest(id).intuneApp())))
                .isEmpty();
        newer(contoso, id, Deploying.SEVEN_ZIP, "25.00");
        assertThat(contoso.latest(id).remark()).contains("no longer deployed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothSidesLeaveIntuneInEitherOrder(boolean requiredFirst, Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(portal, contoso, requiring());
        var runtime = runtime(portal, contoso).id();
        delete(portal, contoso, requiredFirst ? runtime : id, 1);
        assertThat(contoso.there()).singleElement().asString().startsWith(requiredFirst ? "7-Zip" : NAME);
        delete(portal, contoso, requiredFirst ? id : runtime, 0);
    }

    /** Intune takes relations as a whole list: of two who change the same one at once, none may undo what the other did. */
    @Test
    void newVersionsOfTwoThatAreRequiredKeepBoth(Portal portal) throws InterruptedException {
        var contoso = Deploying.begin(portal);
        var required = Map.of(RUNTIME.value(), NAME, GIT.value(), "Git");
        var id = published(portal, contoso, Deploying.latest().with(Rollout.USUAL.requiring(required)));
        try (var _ = portal.jobsAtRest()) {
            required.keySet().forEach(app -> contoso.publishers().release(app, "99.0"));
            contoso.readCatalog();
            contoso.synchronizeNow();
            var newer = portal
                    .database()
                    .all("select version_id from deployed_version where app_version = '99.0'", UUID.class)
                    .stream()
                    .map(version -> SteppedPublishing.of(portal, contoso, version))
                    .toList();
            assertThat(newer).hasSize(2).allMatch(one -> one.advanceTo(Step.RELATE));
            contoso.intune().times().answer(Duration.ofMillis(100));
            AtOnce.all(
                    newer.stream().map(one -> Executors.callable(one::takeNext)).toList());
        }
        assertThat(towards(portal, String.valueOf(contoso.latest(id).intuneApp())))
                .containsExactlyInAnyOrder(
                        AppRelation.needs(
                                app(contoso, "Microsoft Visual C++", "99.0").id()),
                        AppRelation.needs(app(contoso, "Git", "99.0").id()));
    }

    /** Two instances of the portal change the same relations without waiting for each other, and one of them can lose its own. */
    @ParameterizedTest
    @EnumSource(names = {"SUCCESS", "FAILED"})
    void whatRequiresAnOldVersionStillRequiresTheCurrentOneOnceThatIsRetired(VersionStatus current, Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(portal, contoso, requiring());
        var runtime = runtime(portal, contoso).id();
        var old = runtimeApp(portal, contoso);
        newer(contoso, runtime, RUNTIME, "99.0");
        var dependent = String.valueOf(contoso.latest(id).intuneApp());
        var undone = portal.bean(IntuneApps.class).relate(Contoso.TENANT, dependent, List.of(AppRelation.needs(old)));
        assertThat(undone).isEqualTo(new Answered<>(true));
        portal.database()
                .execute("update deployed_version set status = '%s' where app_version = '99.0'".formatted(current));
        contoso.synchronizeNow();
        assertThat(contoso.there()).hasSize(2);
        assertThat(towards(portal, dependent))
                .containsExactly(AppRelation.needs(
                        app(contoso, "Microsoft Visual C++", "99.0").id()));
    }

    private static void delete(Portal portal, Deploying contoso, DeploymentId id, int left) {
        contoso.doInCompany(() -> portal.bean(Deployments.class).delete(id));
        await().until(() -> portal.database().count("deployment") == left);
        assertThat(contoso.there()).hasSize(left);
    }

    @Test
    void theConnectionTakesBothSidesWithTheirRelationsAndOldVersions(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(portal, contoso, available(requiring()).retaining(2));
        newer(contoso, id, Deploying.SEVEN_ZIP, "25.00");
        newer(contoso, runtime(portal, contoso).id(), RUNTIME, "99.0");
        assertThat(towards(portal, app(contoso, "7-Zip", "25.00").id())).hasSize(2);
        var page = "/settings/environments/" + contoso.environment() + "/intune/delete";
        contoso.founder().visit(page);
        contoso.founder().post(page, "domain", "contoso.com", "leave", "false");
        await().until(() -> portal.database().count("intune_connection") == 0);
        assertThat(contoso.apps()).isEmpty();
        assertThat(portal.database().count("disconnect_item where status <> 'REMOVED'"))
                .isZero();
        assertThat(portal.microsoft().controls().recordedGraphCalls(Contoso.TENANT))
                .as("applications that hang together are removed at once, and none gets in another one's way")
                .filteredOn(call -> !call.method().equals("GET"))
                .allSatisfy(call -> assertThat(call.status()).isLessThan(400));
    }

    @Test
    void whatCannotBeDeployedRefusesTheWholePublication(Portal portal) {
        var contoso = Deploying.begin(portal);
        refused(portal, contoso, Map.of("Acme.Unknown", "Acme"), "Acme");
    }

    @Test
    void aFullPlanRefusesTheWholePublication(Portal portal) {
        var contoso = Deploying.begin(portal);
        var limit = portal.bean(Licenses.class).trialDeployments();
        contoso.doInCompany(() -> portal.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (int i = 1; i < limit; i++) {
                contoso.insertActive();
            }
        }));
        var draft = refused(portal, contoso, Map.of(RUNTIME.value(), NAME), "reached the " + limit + " deployments");
        contoso.doInCompany(() -> portal.bean(Deployments.class)
                .change(draft, Deploying.latest(), contoso.view(draft).change()));
        contoso.doInCompany(() -> portal.bean(DeploymentDrafts.class).publish(draft));
        contoso.awaitStatus(draft, VersionStatus.SUCCESS);
    }

    private static DeploymentId refused(Portal portal, Deploying contoso, Map<String, String> required, String reason) {
        var spec = Deploying.latest().with(Rollout.USUAL.requiring(required));
        var draft = contoso.inCompany(
                () -> portal.bean(DeploymentDrafts.class).begin(contoso.environment(), Deploying.SEVEN_ZIP, spec));
        contoso.doInCompany(() -> portal.bean(Deployments.class)
                .change(draft, spec, contoso.view(draft).change()));
        assertThatThrownBy(() -> contoso.doInCompany(
                        () -> portal.bean(DeploymentDrafts.class).publish(draft)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refusal ->
                                assertThat(List.of(refusal.args())).asString().contains(reason));
        assertThat(contoso.view(draft).draft()).isTrue();
        assertThat(portal.database().count("deployed_version")).isZero();
        return draft;
    }

    /** What becomes of the answer when the relations are made. */
    enum Answer {
        LATE,
        NEVER,
        TWICE
    }

    @TestFactory
    Stream<DynamicTest> whateverBecomesOfTheAnswer(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(RUNTIME, Deploying.latest()), VersionStatus.SUCCESS);
        var runtime = runtimeApp(portal, contoso);
        return Arrays.stream(Answer.values())
                .map(answer -> DynamicTest.dynamicTest(answer.name(), () -> {
                    var publishing = SteppedPublishing.begin(portal, contoso, requiring());
                    publishing.advanceTo(Step.RELATE);
                    switch (answer) {
                        case LATE ->
                            contoso.intune().faults().failNext(AppCall.RELATE, AppFault.DONE_BUT_UNANSWERED, 1);
                        case NEVER -> contoso.intune().faults().failNext(AppCall.RELATE, AppFault.UNAVAILABLE, 1);
                        case TWICE -> publishing.takeInVain();
                    }
                    publishing.finish();
                    assertThat(publishing.status()).as(publishing.cause()).isEqualTo(VersionStatus.SUCCESS);
                    var made = contoso.apps().stream()
                            .filter(one ->
                                    one.notes().contains(publishing.version().toString()))
                            .toList();
                    assertThat(made).hasSize(1);
                    assertThat(towards(portal, made.getFirst().id())).containsExactly(AppRelation.needs(runtime));
                }));
    }
}
