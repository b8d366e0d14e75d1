package io.patchbay.deployment.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.publishing.PublishQueue;
import io.patchbay.licensing.license.LicenseEnds;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens at the same moment as a deletion ends as it always does, and so does the deletion: once, and whole. */
@PortalTest
class RemovalRaceTests {

    private static final String SUPPORT = "support@patchbay.onmicrosoft.com";
    private static final String GRANT = "/settings/company/support";
    private static final int TRIAL_DAYS = 30;

    @Test
    void aVisitOfSupportAndTheEndOfTheLicenseDuringADisconnect(Portal portal) throws Exception {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()), VersionStatus.SUCCESS);
        untilTheLastMinuteOfTheTrial(portal);
        var ada = contoso.founder().signIn(Contoso.ADMIN);
        ada.visit(GRANT);
        ada.post(GRANT, "access", "READ_ONLY", "period", "DAY");
        var company = "/support/companies/" + portal.database().one("select company_id from company", String.class);
        var sam = new Surfer(portal).signIn(SUPPORT);
        sam.visit(company);
        sam.post(company + "/sessions", "number", "4711");
        sam.follow();
        var looked = looks(portal);
        var page = "/settings/environments/" + contoso.environment() + "/intune/delete";
        ada.visit(page);

        var answers = AtOnce.all(
                () -> ada.post(page, "domain", "contoso.com", "leave", "false").statusCode(),
                () -> sam.get(company + "/connection").statusCode(),
                () -> sam.sameSession().get(company + "/connection").statusCode(),
                () -> sam.sameSession().get(company + "/events").statusCode(),
                () -> licenseEnds(portal),
                () -> licenseEnds(portal));

        assertThat(answers).containsExactly(302, 200, 200, 200, 1, 1);
        awaitDisconnected(portal);
        assertThat(contoso.there()).as("what was published").isEmpty();
        assertThat(events(portal, "INTUNE_CONNECTION_REMOVED")).isOne();
        assertThat(events(portal, "TRIAL_EXPIRED")).isOne();
        assertThat(looks(portal) - looked).isEqualTo(3);
        assertThat(sam.get(company + "/connection").body()).contains("Not connected");
        assertThat(ada.visit("/settings/environments/" + contoso.environment() + "/license")
                        .body())
                .contains("already used its free trial");
    }

    @Test
    void anotherDeleteAnUpdateASynchronizationAndAPauseDuringTheDeletionOfADeployment(Portal portal) throws Exception {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest().retaining(1));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        contoso.publishers().release("7zip.7zip", "25.00");
        var deployments = portal.bean(Deployments.class);

        var answers = AtOnce.all(
                AtOnce.overtakable(() -> contoso.doInCompany(() -> deployments.delete(id))),
                AtOnce.overtakable(() -> contoso.doInCompany(() -> deployments.delete(id))),
                AtOnce.overtakable(contoso::synchronizeOnRequest),
                AtOnce.overtakable(contoso::synchronizeOnRequest),
                AtOnce.overtakable(() -> contoso.doInCompany(() -> deployments.pause(id))));

        assertThat(answers.subList(0, 2)).contains(1);
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            portal.microsoft().controls().advanceClock(Duration.ofSeconds(10));
            return portal.database().count("deployment") == 0;
        });
        assertThat(portal.database().count("deployed_version")).isZero();
        assertThat(contoso.there()).as("what was published").isEmpty();
        assertThat(events(portal, "DEPLOYMENT_DELETION_REQUESTED")).isOne();
        assertThat(events(portal, "DEPLOYMENT_DELETED")).isOne();
    }

    /** Both change the version and wake the job that publishes it, in different order. */
    @Test
    void aDisconnectStopsAPublishingWhileItBeginsAgain(Portal portal) throws Exception {
        var contoso = Deploying.begin(portal);
        contoso.intune().faults().failNext(AppCall.CREATE, AppFault.DONE_BUT_UNANSWERED, 1);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.RETRYING);
        var versions = portal.bean(DeployedVersionRepository.class);
        var database = portal.database();
        try (var other = Executors.newSingleThreadExecutor()) {
            var stopping = contoso.inCompany(() -> portal.bean(TransactionTemplate.class)
                    .execute(status -> {
                        portal.bean(DeploymentRepository.class).held(id);
                        var version = versions.of(id).getFirst();
                        portal.bean(PublishQueue.class).again(version, PublishReason.RECREATED, version.progress());
                        var stop = other.submit(() -> contoso.inCompany(
                                () -> portal.bean(DeploymentTeardownStore.class).cancel(version.id())));
                        await().until(() -> database.count("pg_locks where not granted") > 0);
                        return stop;
                    }));
            assertThat(stopping.get()).isNotNull();
        }
        contoso.awaitStatus(id, VersionStatus.FAILED);
    }

    private static void untilTheLastMinuteOfTheTrial(Portal portal) {
        var now = portal.microsoft().clock().instant();
        var end = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(TRIAL_DAYS + 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        portal.microsoft().controls().advanceClock(Duration.between(now, end).minusMinutes(1));
    }

    private static int licenseEnds(Portal portal) {
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(1));
        portal.bean(LicenseEnds.class).note();
        return 1;
    }

    private static void awaitDisconnected(Portal portal) {
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            portal.microsoft().controls().advanceClock(Duration.ofSeconds(10));
            portal.lookNow("disconnect-intune");
            return portal.database().count("intune_connection") == 0;
        });
        assertThat(portal.database().count("disconnect_run where finished_at is not null"))
                .isOne();
    }

    private static long events(Portal portal, String type) {
        return portal.database().count("event where type = '" + type + "'");
    }

    private static long looks(Portal portal) {
        return events(portal, "SUPPORT_DATA_VIEWED");
    }
}
