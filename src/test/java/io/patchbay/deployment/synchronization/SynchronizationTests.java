package io.patchbay.deployment.synchronization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.SyncReport;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.event.chain.SealJob;
import io.patchbay.event.head.LogKeys;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** New versions come, and old ones leave as the Retention Policy says. */
@PortalTest
class SynchronizationTests {

    private static DeploymentId published(Deploying contoso, int retain) {
        var spec = Deploying.latest()
                .with(List.of(contoso.required("Design Studio")))
                .retaining(retain);
        var id = contoso.publish(Deploying.SEVEN_ZIP, spec);
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        return id;
    }

    private static SyncReport release(Deploying contoso, DeploymentId id, String version) {
        contoso.publishers().release("7zip.7zip", version);
        contoso.readCatalog();
        var report = contoso.synchronizeNow();
        assertThat(contoso.latest(id).version()).isEqualTo(version);
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        return report;
    }

    @Test
    void aNewerVersionTakesTheAssignmentsAndTheOldOneLeavesAtTheNextSynchronization(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 0);
        release(contoso, id, "25.00");
        assertThat(contoso.there()).containsExactly("7-Zip 24.09", "7-Zip 25.00");
        assertThat(contoso.app("24.09").assignments()).isEmpty();
        assertThat(contoso.app("25.00").assignments()).hasSize(1);
        assertThat(contoso.founder().visit("/events").body())
                .contains("Deployment 7-Zip was updated by a requested synchronization", "Patchbay");
        assertThat(contoso.synchronizeNow().removed()).containsExactly("7-Zip 24.09");
        assertThat(contoso.there()).containsExactly("7-Zip 25.00");
    }

    @Test
    void whatTheScheduleFindsIsToldAsItsOwnDoing(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 0);
        contoso.publishers().release("7zip.7zip", "25.00");
        contoso.readCatalog();
        portal.microsoft().controls().advanceClock(Duration.ofDays(1));
        contoso.synchronize();
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        assertThat(contoso.latest(id).version()).isEqualTo("25.00");
        assertThat(contoso.founder().visit("/events").body())
                .contains("Deployment 7-Zip was updated by scheduled synchronization")
                .doesNotContain("requested synchronization");
    }

    @Test
    void whoAsksForItGetsWhatThePublishersHaveNow(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 0);
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(5));
        contoso.publishers().release("7zip.7zip", "25.00");
        contoso.publishers().folder();
        contoso.founder().visit("/deployments");
        contoso.founder()
                .post(
                        "/deployments/synchronization",
                        "environment",
                        contoso.environment().toString());
        await().until(() -> contoso.latest(id).version().equals("25.00"));
    }

    @Test
    void whoAsksWhileItRunsGetsAnotherOne(Portal portal) {
        var contoso = Deploying.begin(portal);
        published(contoso, 0);
        var times = portal.bean(SyncTimes.class);
        var now = portal.bean(Clock.class);
        var done = new Synchronizer.SyncOutcome(SyncReport.empty(), false);
        contoso.doInCompany(() -> {
            assertThat(times.ask(contoso.environment())).isTrue();
            assertThat(times.ask(contoso.environment()))
                    .as("before it has begun")
                    .isFalse();
            times.begin(contoso.environment());
            portal.microsoft().controls().advanceClock(Duration.ofSeconds(1));
            assertThat(times.ask(contoso.environment())).as("while it runs").isTrue();
            times.end(contoso.environment(), done);
            assertThat(times.due(contoso.environment()))
                    .hasValueSatisfying(due -> assertThat(due).isBeforeOrEqualTo(now.instant()));
            times.begin(contoso.environment());
            times.end(contoso.environment(), done);
            assertThat(times.due(contoso.environment()))
                    .hasValueSatisfying(due -> assertThat(due).isAfter(now.instant()));
        });
    }

    @Test
    void asManyOldUnassignedVersionsStayAsTheRetentionPolicySays(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 2);
        for (var version : List.of("25.00", "25.01", "25.10")) {
            release(contoso, id, version);
        }
        contoso.synchronizeNow();
        assertThat(contoso.there()).containsExactly("7-Zip 25.00", "7-Zip 25.01", "7-Zip 25.10");
        assertThat(contoso.app("25.01").assignments()).isEmpty();
    }

    @Test
    void anOldVersionThatSomebodyAssignedStaysAndIsNamed(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 0);
        release(contoso, id, "25.00");
        contoso.intune()
                .assignByHand(Contoso.TENANT, contoso.app("24.09").id(), contoso.group("Design Studio"), "available");
        var report = contoso.synchronizeNow();
        assertThat(report.byHand()).containsExactly("7-Zip 24.09");
        assertThat(report.removed()).isEmpty();
        assertThat(contoso.there()).containsExactly("7-Zip 24.09", "7-Zip 25.00");
        assertThat(contoso.view(id).old().getFirst().byHand()).isTrue();
    }

    @Test
    void aVersionThatSomebodyDeletedIsTolerated(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 2);
        release(contoso, id, "25.00");
        contoso.intune().deleteByHand(Contoso.TENANT, contoso.app("24.09").id());
        assertThat(contoso.synchronizeNow().gone()).containsExactly("7-Zip 24.09");
        assertThat(contoso.view(id).versions()).hasSize(1);
    }

    @Test
    void assignmentsMadeByHandAreCopiedToo(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 0);
        var other = portal.microsoft().controls().createGroup(Contoso.TENANT, "Pilot", Contoso.ADMIN);
        contoso.intune().assignByHand(Contoso.TENANT, contoso.app("24.09").id(), other, "available");
        release(contoso, id, "25.00");
        assertThat(contoso.app("25.00").assignments()).hasSize(2).contains("available group " + other);
    }

    @Test
    void anOldVersionStaysUntilTheNewOneSucceeded(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 0);
        contoso.publishers().fail("7zip.7zip", io.patchbay.simulator.download.DownloadFault.NOT_FOUND);
        contoso.publishers().release("7zip.7zip", "25.00");
        contoso.readCatalog();
        contoso.synchronizeNow();
        contoso.awaitStatus(id, VersionStatus.FAILED);
        contoso.synchronizeNow();
        assertThat(contoso.there()).containsExactly("7-Zip 24.09");
        assertThat(contoso.app("24.09").assignments()).hasSize(1);
    }

    @Test
    void aVersionOfTheUpdateRingWaits(Portal portal) {
        var contoso = Deploying.begin(portal);
        portal.microsoft().controls().advanceClock(Duration.ofDays(5));
        var ring = Deploying.latest()
                .with(new VersionChoice.Latest(4), Deploying.latest().installer());
        var id = contoso.publish(Deploying.SEVEN_ZIP, ring);
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        contoso.publishers().release("7zip.7zip", "25.00");
        contoso.readCatalog();
        assertThat(contoso.synchronizeNow().publishing()).isEmpty();
        portal.microsoft().controls().advanceClock(Duration.ofDays(4));
        assertThat(contoso.synchronizeNow().publishing()).containsExactly("7-Zip 25.00");
    }

    @Test
    void whatMayPassIsTriedAgainSoonAndToldOnce(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 0);
        contoso.publishers().release("7zip.7zip", "25.00");
        contoso.readCatalog();
        contoso.intune().faults().failNext(AppCall.LIST, AppFault.UNAVAILABLE, 2);
        assertThat(contoso.synchronizeNow().skipped()).contains("Microsoft");
        assertThat(contoso.synchronizeNow().skipped()).contains("Microsoft");
        assertThat(portal.database().count("notice where kind = 'SYNCHRONIZATION_REPORT'"))
                .isEqualTo(1);
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(30));
        contoso.synchronize();
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        assertThat(contoso.latest(id).version()).isEqualTo("25.00");
    }

    /** Kept in somebody's mailbox, it shows later that the log was replaced. */
    @Test
    void theDailyReportByMailCarriesASignedHead(Portal portal) {
        var contoso = Deploying.begin(portal);
        published(contoso, 0);
        var ada = contoso.founder();
        ada.get("/settings/notifications/new");
        ada.post(
                "/settings/notifications",
                "environment",
                ada.environment(),
                "type",
                "EMAIL",
                "name",
                "IT",
                "address",
                "it@elsewhere.example",
                "kinds",
                "SYNCHRONIZATION_REPORT",
                "kinds",
                "CONNECTION_LOST");
        var mails = portal.microsoft().mailbox();
        var verify = Pattern.compile("/mail/verify[\\w.-]+")
                .matcher(mails.mails().getFirst().text());
        assertThat(verify.find()).isTrue();
        new Surfer(portal).postRaw(verify.group());
        portal.bean(SealJob.class).sealAll();
        var reached = portal.database().one("select head_seq from event_chain", Long.class);
        contoso.intune().faults().failNext(AppCall.LIST, AppFault.UNAVAILABLE, 1);
        assertThat(contoso.synchronizeNow().skipped()).contains("Microsoft");

        await().untilAsserted(
                        () -> assertThat(mails.mails().getFirst().subject()).startsWith("Synchronization of"));
        var head = Pattern.compile("replaced: (eyJ[\\w.-]+)")
                .matcher(mails.mails().getFirst().text());
        assertThat(head.find()).isTrue();
        assertThat(portal.bean(LogKeys.class).read(head.group(1))).hasValueSatisfying(signed -> {
            assertThat(signed.seq()).isEqualTo(reached);
            assertThat(signed.company().value())
                    .isEqualTo(portal.database().one("select company_id from company", UUID.class));
        });
    }

    @Test
    void twoThousandForeignApplicationsCostTheirPagesAndNothingElse(Portal portal) {
        var contoso = Deploying.begin(portal);
        published(contoso, 0);
        contoso.intune().fill(Contoso.TENANT, 2_000);
        var lists = contoso.intune().faults().count(AppCall.LIST);
        var reads = contoso.intune().faults().count(AppCall.READ);
        assertThat(contoso.synchronizeNow().checked()).isOne();
        assertThat(contoso.intune().faults().count(AppCall.LIST) - lists).isEqualTo(21);
        assertThat(contoso.intune().faults().count(AppCall.READ) - reads).isZero();
    }

    @Test
    void whatTheListLacksButIntuneKnowsIsNotSaidToBeDeleted(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 0);
        contoso.intune().times().listing(Duration.ofHours(1));
        assertThat(contoso.synchronizeNow().gone()).isEmpty();
        assertThat(contoso.latest(id).status()).isEqualTo(VersionStatus.SUCCESS);
    }

    @Test
    void aPausedOrUnlicensedDeploymentIsLeftAlone(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, 0);
        contoso.doInCompany(() -> portal.bean(Deployments.class).pause(id));
        contoso.publishers().release("7zip.7zip", "25.00");
        contoso.readCatalog();
        assertThat(contoso.synchronizeNow().checked()).isZero();
        contoso.doInCompany(() -> portal.bean(Deployments.class).resume(id));
        portal.microsoft().controls().advanceClock(Duration.ofDays(31));
        assertThat(contoso.synchronizeNow().skipped()).isNotBlank();
        assertThat(contoso.there()).containsExactly("7-Zip 24.09");
    }
}
