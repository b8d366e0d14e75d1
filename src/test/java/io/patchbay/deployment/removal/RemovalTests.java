package io.patchbay.deployment.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.environment.ConnectionTeardown.TeardownItem;
import io.patchbay.platform.job.Removal;
import io.patchbay.simulator.Outage;
import io.patchbay.simulator.download.DownloadFault;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Deleting deployments, one by one and with the connection. */
@PortalTest
class RemovalTests {

    private static final AppId NOTEPAD = new AppId("Notepad++.Notepad++");
    private static final AppId GIT = new AppId("Git.Git");

    private static DeploymentId withOldVersion(Deploying contoso, int retain) {
        var id = contoso.publish(
                Deploying.SEVEN_ZIP,
                Deploying.latest()
                        .with(List.of(contoso.required("Design Studio")))
                        .retaining(retain));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        for (var version : List.of("25.00", "25.01")) {
            contoso.publishers().release("7zip.7zip", version);
            contoso.readCatalog();
            contoso.synchronizeNow();
            contoso.awaitStatus(id, VersionStatus.SUCCESS);
        }
        return id;
    }

    private static void awaitNoDeployments(Deploying contoso, Portal portal) {
        await().until(() -> portal.database().count("deployment"), count -> count == 0);
        assertThat(portal.database().count("deployed_version")).isZero();
    }

    @Test
    void deletingTakesTheLatestAndTheRetainedVersionsOutAndLeavesWhatIsAssignedByHand(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = withOldVersion(contoso, 2);
        contoso.intune()
                .assignByHand(Contoso.TENANT, contoso.app("24.09").id(), contoso.group("Design Studio"), "available");
        contoso.doInCompany(() -> portal.bean(Deployments.class).delete(id));
        awaitNoDeployments(contoso, portal);
        assertThat(contoso.there()).containsExactly("7-Zip 24.09");
        assertThat(contoso.founder().visit("/events").body()).contains("Deployment 7-Zip Deleted");
    }

    @Test
    void anApplicationThatAnotherOneNeedsGoesAfterIt(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = withOldVersion(contoso, 2);
        contoso.intune()
                .relate(
                        Contoso.TENANT,
                        contoso.app("24.09").id(),
                        contoso.app("25.01").id());
        contoso.doInCompany(() -> portal.bean(Deployments.class).delete(id));
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(1));
        awaitNoDeployments(contoso, portal);
        assertThat(contoso.apps()).isEmpty();
    }

    @Test
    void whatIsGoneAlreadyOrThrottledDoesNotStopADeletion(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = withOldVersion(contoso, 2);
        contoso.intune().deleteByHand(Contoso.TENANT, contoso.app("25.00").id());
        contoso.intune().faults().failNext(AppCall.DELETE, AppFault.TOO_MANY, 2);
        contoso.doInCompany(() -> portal.bean(Deployments.class).delete(id));
        awaitNoDeployments(contoso, portal);
        assertThat(contoso.apps()).isEmpty();
    }

    @Test
    void oneBusyAnswerAfterDaysOfWaitingForApprovalLeavesNoVersionBehind(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        contoso.intune().approvals().require(Contoso.TENANT, true);
        contoso.doInCompany(() -> portal.bean(Deployments.class).delete(id));
        await().until(() -> !contoso.intune().approvals().all(Contoso.TENANT).isEmpty());
        var deletions = portal.bean(Deletions.class);
        var busy = new Removal.NotNow(Duration.ofSeconds(20), Removal.Obstacle.UNREACHABLE, "Too many requests");
        try (var _ = portal.jobsAtRest()) {
            portal.microsoft().controls().advanceClock(Duration.ofDays(2));
            contoso.doInCompany(() -> deletions.store(deletions.next(id).orElseThrow(), busy));
            assertThat(contoso.inCompany(() -> deletions.next(id))).isPresent();
            portal.microsoft().controls().advanceClock(Duration.ofHours(25));
            contoso.doInCompany(() -> deletions.store(deletions.next(id).orElseThrow(), busy));
            assertThat(contoso.inCompany(() -> deletions.next(id))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "CONFLICT", "PRECONDITION_FAILED", "UNAVAILABLE_RETRY_AFTER"})
    void whatPassesIsTriedAgainAndNothingIsLeft(AppFault fault, Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()), VersionStatus.SUCCESS);
        contoso.intune().faults().failNext(AppCall.DELETE, fault, 8);
        var removal = portal.bean(AppRemoval.class);
        var target = new AppRemoval.RemovalTarget(
                UUID.randomUUID(), contoso.apps().getFirst().id(), true);
        for (int i = 0; i < 8; i++) {
            assertThat(contoso.inCompany(() -> removal.remove(Contoso.TENANT, target)))
                    .isInstanceOf(
                            fault == AppFault.UNAVAILABLE_RETRY_AFTER ? Removal.NotNow.class : Removal.NotYet.class);
            portal.microsoft().controls().advanceClock(Duration.ofSeconds(30));
        }
        assertThat(contoso.inCompany(() -> removal.remove(Contoso.TENANT, target)))
                .isInstanceOf(Removal.Removed.class);
        assertThat(contoso.apps()).isEmpty();
    }

    /** How the publishing of an application that Intune made without our knowing can end before a disconnect begins. */
    enum Ending {
        DELETED,
        FAILED,
        STILL_OPEN
    }

    /** A version whose application was made, while the answer that tells so got lost. */
    private static DeploymentId madeUnknown(Deploying contoso, Portal portal, Ending ending) {
        contoso.intune().faults().failNext(AppCall.CREATE, AppFault.DONE_BUT_UNANSWERED, 1);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.RETRYING);
        contoso.doInCompany(() -> {
            switch (ending) {
                case DELETED -> portal.bean(Deployments.class).delete(id);
                case FAILED ->
                    portal.bean(TransactionTemplate.class)
                            .executeWithoutResult(status -> portal.bean(DeployedVersionRepository.class)
                                    .of(id)
                                    .getFirst()
                                    .state()
                                    .fail("Given up", portal.microsoft().clock().instant()));
                case STILL_OPEN -> {}
            }
        });
        assertThat(contoso.apps()).hasSize(1);
        return id;
    }

    private static List<TeardownItem> apps(List<TeardownItem> pieces) {
        return pieces.stream().filter(piece -> piece.app() != null).toList();
    }

    @ParameterizedTest
    @EnumSource
    void anApplicationThatIsNotKnownEndsWithTheConnectionOnceNoneCanComeAfterOneLooked(Ending ending, Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = madeUnknown(contoso, portal, ending);
        var teardown = portal.bean(DeploymentTeardown.class);
        var pieces = contoso.inCompany(() -> teardown.preview(contoso.environment()));
        assertThat(apps(pieces)).hasSize(1);
        var piece = apps(pieces).getFirst();
        for (int i = 0; i < 2; i++) {
            assertThat(contoso.inCompany(() -> teardown.remove(contoso.environment(), piece)))
                    .isInstanceOf(Removal.NotYet.class);
        }
        var app = contoso.apps().getFirst().id();
        contoso.doInCompany(() -> portal.bean(DeploymentTeardownStore.class).forget(id));
        portal.microsoft().controls().advanceClock(DeployedVersion.ANSWERED_WITHIN.plusMillis(1));
        assertThat(contoso.inCompany(() -> teardown.remove(contoso.environment(), piece)))
                .isEqualTo(new Removal.Found(app, new Removal.Removed()));
        assertThat(contoso.apps()).isEmpty();
    }

    @Test
    void ofWhatIsLeftOnlyThatIsNamedWhichIsInIntune(Portal portal) {
        var contoso = Deploying.begin(portal);
        madeUnknown(contoso, portal, Ending.FAILED);
        contoso.publishers().fail("Git.Git", DownloadFault.UNAVAILABLE);
        contoso.awaitStatus(contoso.publish(GIT, Deploying.latest()), VersionStatus.RETRYING);
        portal.microsoft().controls().advanceClock(DeployedVersion.ANSWERED_WITHIN.plusMillis(1));
        var teardown = portal.bean(DeploymentTeardown.class);
        var pieces = apps(contoso.inCompany(() -> teardown.previewLeaving(contoso.environment())));
        assertThat(pieces).hasSize(2);
        for (var piece : pieces) {
            var left = contoso.inCompany(() -> teardown.remove(contoso.environment(), piece));
            if (piece.name().startsWith("Git")) {
                assertThat(left).isInstanceOf(Removal.Removed.class);
            } else {
                var app = contoso.apps().getFirst().id();
                assertThat(left)
                        .isEqualTo(new Removal.Found(
                                app,
                                new Removal.Left(
                                        Removal.Obstacle.CHOSEN, "left in Intune as you chose; app ID " + app)));
            }
        }
    }

    @Test
    void whatADeletionHasRemovedAlreadyIsNotCountedAgain(Portal portal) {
        var contoso = Deploying.begin(portal);
        var there = contoso.intune().createByHand(Contoso.TENANT, "7-Zip");
        var id = contoso.inCompany(() -> portal.bean(TransactionTemplate.class).execute(status -> {
            var now = portal.microsoft().clock().instant();
            var deployment = contoso.insertActive();
            var old = contoso.insertVersion(deployment, "24.08", PublishProgress.assigned("gone-already"));
            old.state().succeed(now);
            old.supersede(now);
            old.removed(now);
            contoso.insertVersion(deployment, PublishProgress.assigned(there))
                    .state()
                    .succeed(now);
            return deployment;
        }));
        var teardown = portal.bean(DeploymentTeardown.class);
        for (var pieces : List.of(
                contoso.inCompany(() -> teardown.preview(contoso.environment())),
                contoso.inCompany(() -> teardown.previewLeaving(contoso.environment())))) {
            assertThat(apps(pieces))
                    .singleElement()
                    .satisfies(piece ->
                            assertThat(Objects.requireNonNull(piece.app()).id()).isEqualTo(there));
            assertThat(pieces)
                    .last()
                    .satisfies(piece -> assertThat(piece.reference()).endsWith(id.toString()));
        }
    }

    @Test
    void theConnectionTakesThreeDeploymentsWithItButNotWhatIsAssignedByHand(Portal portal) {
        var contoso = Deploying.begin(portal);
        withOldVersion(contoso, 2);
        for (var app : List.of(NOTEPAD, GIT)) {
            contoso.awaitStatus(contoso.publish(app, Deploying.latest()), VersionStatus.SUCCESS);
        }
        contoso.intune().createByHand(Contoso.TENANT, "Somebody's own");
        var byHand = contoso.app("24.09").id();
        contoso.intune().assignByHand(Contoso.TENANT, byHand, contoso.group("Design Studio"), "available");
        var page = disconnectPage(contoso);
        assertThat(contoso.founder().visit(page).body())
                .contains("7-Zip 25.01 (latest)")
                .contains("7-Zip 25.00 (old, unassigned)")
                .contains("7-Zip 24.09 (old, assigned manually; stays in Intune)")
                .contains("Delete the applications from Intune");
        contoso.founder().post(page, "domain", "contoso.com", "leave", "false");
        awaitNoDeployments(contoso, portal);
        await().until(() -> portal.database().count("intune_connection"), count -> count == 0);
        assertThat(contoso.intune().names(Contoso.TENANT).keySet())
                .containsExactlyInAnyOrder("7-Zip 24.09", "Somebody's own ");
        assertThat(contoso.founder().visit("/events").body()).contains("Intune Connection Removed");
        assertThat(portal.database()
                        .one(
                                "select details ->> 'left behind' from event where type = 'INTUNE_CONNECTION_REMOVED'",
                                String.class))
                .contains("7-Zip 24.09")
                .contains(byHand);
    }

    @Test
    void anotherDomainDisconnectsNothing(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()), VersionStatus.SUCCESS);
        var answer = contoso.founder().post(disconnectPage(contoso), "domain", "contoso.example", "leave", "false");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .as("the dialog, with what was typed and chosen")
                .contains("The domain doesn&#39;t match", "value=\"contoso.example\"", "Delete the applications");
        assertThat(portal.database().count("intune_connection")).isOne();
    }

    @Test
    void applicationsCanBeLeftInIntune(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()), VersionStatus.SUCCESS);
        contoso.founder().post(disconnectPage(contoso), "domain", "CONTOSO.com", "leave", "true");
        awaitNoDeployments(contoso, portal);
        assertThat(contoso.there()).containsExactly("7-Zip 24.09");
    }

    @Test
    void aLostConnectionLeavesTheApplicationsAndSaysSo(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()), VersionStatus.SUCCESS);
        portal.microsoft().controls().outage(Outage.SERVER_ERROR);
        assertThat(contoso.founder().visit(disconnectPage(contoso)).body())
                .contains("removed from Intune at the moment", "keeps trying for up to 24 hours")
                .contains("Delete the applications from Intune");
        portal.microsoft().controls().outage(Outage.NONE);
        assertThat(contoso.founder().visit(disconnectPage(contoso)).body()).doesNotContain("cannot-remove");
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        assertThat(contoso.founder().visit(disconnectPage(contoso)).body())
                .contains("removed from Intune", "they stay in Intune with their assignments")
                .contains("name=\"leave\" value=\"false\"")
                .doesNotContain("Delete the applications from Intune");
        contoso.founder().post(disconnectPage(contoso), "domain", "contoso.com", "leave", "false");
        awaitNoDeployments(contoso, portal);
        await().until(
                        () -> portal.database().count("disconnect_run where finished_at is not null"),
                        count -> count == 1);
        assertThat(contoso.there()).containsExactly("7-Zip 24.09");

        var report = disconnectPage(contoso).replace("delete", "disconnects/")
                + portal.database().one("select run_id::text from disconnect_run", String.class);
        assertThat(contoso.founder().visit(report).body())
                .contains("1 application is still in Intune", "Microsoft no longer gives Patchbay access")
                .contains("Left: no access to the tenant")
                .doesNotContain("Reconnect it");
        var app = contoso.apps().getFirst();
        assertThat(contoso.founder().visit(report + "/cleanup").body()).contains("appId/" + app.id());
        var script = contoso.founder().get(report + "/cleanup.ps1").body();
        var entries = Pattern.compile("Id = '([^']*)'; Mark = '([^']*)'")
                .matcher(script)
                .results()
                .toList();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.group(1)).isEqualTo(app.id());
            assertThat(app.notes()).contains(entry.group(2));
        });
    }

    @Test
    void whateverElseBeginsAtTheSameMomentADisconnectEndsCompleteAndOnce(Portal portal) throws InterruptedException {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()), VersionStatus.SUCCESS);
        var git = contoso.publish(GIT, Deploying.latest());
        contoso.awaitStatus(git, VersionStatus.SUCCESS);
        var page = disconnectPage(contoso);
        var connection = page.replace("/delete", "");
        var answers = AtOnce.all(
                posting(portal, page, "domain", "contoso.com", "leave", "false"),
                posting(portal, page, "domain", "contoso.com", "leave", "false"),
                posting(portal, connection + "/reconnect"),
                posting(portal, connection + "/check"),
                posting(portal, "/settings/company/delete", "confirmation", "Contoso"),
                AtOnce.refusable(() -> contoso.publish(NOTEPAD, Deploying.latest())),
                AtOnce.refusable(contoso::synchronizeOnRequest),
                AtOnce.refusable(() ->
                        contoso.doInCompany(() -> portal.bean(Deployments.class).delete(git))));
        assertThat(answers.subList(0, 2)).containsExactlyInAnyOrder(302, 409);
        assertThat(answers).allMatch(answer -> answer < 500);
        await().pollInterval(Duration.ofMillis(500)).until(() -> {
            portal.microsoft().controls().advanceClock(Duration.ofSeconds(10));
            portal.lookNow("disconnect-intune");
            return portal.database().count("intune_connection") == 0;
        });
        assertThat(contoso.there()).isEmpty();
        for (var nothing : List.of(
                "deployment",
                "deployed_version",
                "tenant_claim",
                "company where deleted_at is not null",
                "disconnect_item where status <> 'REMOVED'")) {
            assertThat(portal.database().count(nothing)).as(nothing).isZero();
        }
        assertThat(portal.database().count("disconnect_run")).isOne();
        assertThat(portal.database().count("event where type = 'INTUNE_CONNECTION_REMOVED'"))
                .isOne();
    }

    /** A form that somebody has open already. */
    private static Callable<Integer> posting(Portal portal, String address, String... fields) {
        var ada = new Surfer(portal).signIn(Contoso.ADMIN);
        ada.visit("/settings/environments");
        return () -> ada.post(address, fields).statusCode();
    }

    private static String disconnectPage(Deploying contoso) {
        return "/settings/environments/" + contoso.environment() + "/intune/delete";
    }
}
