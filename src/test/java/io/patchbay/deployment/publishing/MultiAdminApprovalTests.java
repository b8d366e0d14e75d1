package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.DeploymentSpec.Rollout;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.removal.AppRemoval;
import io.patchbay.platform.job.Removal;
import io.patchbay.simulator.intune.Approval;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tenants in which another administrator has to approve each change. */
@PortalTest
class MultiAdminApprovalTests {

    private static List<Approval> waiting(Deploying contoso, Portal portal) {
        var now = portal.microsoft().clock().instant();
        return contoso.intune().approvals().all(Contoso.TENANT).stream()
                .filter(one -> one.status(now) == Approval.Status.NEEDS_APPROVAL)
                .toList();
    }

    private static void approve(Deploying contoso, Portal portal) {
        waiting(contoso, portal).forEach(one -> contoso.intune().approvals().approve(Contoso.TENANT, one.id));
    }

    private static void finishApproved(SteppedPublishing publishing, Deploying contoso, Portal portal) {
        while (publishing.status().open()) {
            publishing.takeNext();
            if (publishing.status() == VersionStatus.WAITING_FOR_APPROVAL) {
                approve(contoso, portal);
            }
        }
    }

    @Test
    void everyChangeIsAskedForOnceAndSentAgainWhenItIsApproved(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().approvals().require(Contoso.TENANT, true);
        var wanted = Deploying.latest()
                .with(List.of(contoso.required("Design Studio")))
                .with(new Rollout(true, true, "Ticket 4711", Map.of()));
        var publishing = SteppedPublishing.begin(portal, contoso, wanted);
        finishApproved(publishing, contoso, portal);
        assertThat(publishing.status()).as(publishing.cause()).isEqualTo(VersionStatus.SUCCESS);
        assertThat(contoso.apps())
                .singleElement()
                .satisfies(app -> assertThat(app.assignments()).hasSize(1));
        assertThat(contoso.intune().approvals().all(Contoso.TENANT))
                .hasSize(3)
                .allMatch(one -> one.justification.equals("Ticket 4711"));
    }

    @Test
    void whoeverWaitsForDaysIsNotGivenUpAndARejectionIsFinal(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().approvals().require(Contoso.TENANT, true);
        var publishing = SteppedPublishing.begin(portal, contoso, Deploying.latest());
        while (publishing.status() != VersionStatus.WAITING_FOR_APPROVAL) {
            publishing.takeNext();
        }
        portal.microsoft().controls().advanceClock(Duration.ofDays(2));
        publishing.takeNext();
        assertThat(publishing.status()).isEqualTo(VersionStatus.WAITING_FOR_APPROVAL);
        assertThat(contoso.intune().approvals().all(Contoso.TENANT)).hasSize(1);
        contoso.intune()
                .approvals()
                .reject(Contoso.TENANT, waiting(contoso, portal).getFirst().id);
        publishing.finish();
        assertThat(publishing.status()).isEqualTo(VersionStatus.FAILED);
        assertThat(publishing.cause()).contains("rejected");
        assertThat(contoso.apps()).isEmpty();
    }

    @Test
    void aRemovalIsCarriedOutOnceItIsApproved(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        contoso.intune().approvals().require(Contoso.TENANT, true);
        var removal = portal.bean(AppRemoval.class);
        var target = new AppRemoval.RemovalTarget(
                contoso.latest(id).id(), contoso.apps().getFirst().id(), true);
        assertThat(removal.remove(Contoso.TENANT, target)).isInstanceOf(Removal.Undecided.class);
        assertThat(removal.remove(Contoso.TENANT, target)).isInstanceOf(Removal.Undecided.class);
        assertThat(waiting(contoso, portal)).hasSize(1);
        approve(contoso, portal);
        assertThat(removal.remove(Contoso.TENANT, target)).isInstanceOf(Removal.Removed.class);
        assertThat(contoso.apps()).isEmpty();
    }
}
