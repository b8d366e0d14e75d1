package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.Step;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.ServiceTimes;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.FullDisk;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What publishing waits for, how long, and what it does where it waited in vain. */
@PortalTest
class PublishingWaitsTests {

    @Test
    void anApplicationWhoseContentCannotBeMendedIsMadeAnewAndNeverTwice(Portal portal) {
        var contoso = Deploying.begin(portal);
        var publishing = assignedToDesign(contoso, portal);
        publishing.advanceTo(Step.UPLOAD);
        var first = contoso.apps().getFirst().id();
        contoso.intune().faults().failNext(AppCall.BLOCK, AppFault.EXPIRED, 1);
        contoso.intune().faults().failNext(AppCall.RENEW, AppFault.RENEWAL_FAILED, 1);
        publishing.finish();
        assertThat(contoso.apps())
                .singleElement()
                .satisfies(app -> assertThat(app.id()).isNotEqualTo(first))
                .satisfies(app -> assertThat(app.published()).isTrue());
    }

    @Test
    void anAddressThatTheStorageDoesNotKnowYetIsNotRenewed(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().times().address(Duration.ofSeconds(30));
        assignedToDesign(contoso, portal).finish();
        assertThat(contoso.apps().getFirst().published()).isTrue();
        assertThat(contoso.intune().faults().count(AppCall.RENEW)).isZero();
    }

    @Test
    void aCommitThatNeverEndsIsGivenUpInADay(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().times().commit(ServiceTimes.FOREVER);
        var publishing = assignedToDesign(contoso, portal);
        var begin = portal.microsoft().clock().instant();
        publishing.finish();
        assertThat(publishing.status()).isEqualTo(VersionStatus.FAILED);
        assertThat(publishing.cause()).contains("still verifying");
        assertThat(Duration.between(begin, portal.microsoft().clock().instant()))
                .isBetween(Duration.ofHours(24), Duration.ofHours(26));
        assertThat(contoso.intune().faults().count(AppCall.COMMIT)).isBetween(2, 200);
    }

    @Test
    void addressesThatAlwaysRunOutAreGivenUpInADayAndNothingIsDownloadedAgain(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().faults().failNext(AppCall.BLOCK, AppFault.EXPIRED, 100_000);
        var publishing = assignedToDesign(contoso, portal);
        var begin = portal.microsoft().clock().instant();
        publishing.finish();
        assertThat(publishing.status()).isEqualTo(VersionStatus.FAILED);
        assertThat(Duration.between(begin, portal.microsoft().clock().instant()))
                .isBetween(Duration.ofHours(24), Duration.ofHours(26));
        assertThat(contoso.publishers().downloads()).isOne();
        assertThat(contoso.apps()).hasSizeLessThan(2);
    }

    @Test
    void anApplicationIsSaidToBeDeletedOnlyWhenThatIsCertain(Portal portal) {
        var contoso = Deploying.begin(portal);
        var publishing = assignedToDesign(contoso, portal);
        publishing.advanceTo(Step.ASSIGN);
        contoso.intune().deleteByHand(Contoso.TENANT, contoso.apps().getFirst().id());
        var begin = portal.microsoft().clock().instant();
        publishing.finish();
        assertThat(publishing.status()).isEqualTo(VersionStatus.FAILED);
        assertThat(publishing.cause()).contains("was deleted in Intune");
        assertThat(Duration.between(begin, portal.microsoft().clock().instant()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    @Test
    void anEditOfAnApplicationThatWasDeletedMakesItAnew(Portal portal) {
        var contoso = Deploying.begin(portal);
        var publishing = assignedToDesign(contoso, portal);
        publishing.finish();
        var before = contoso.apps().getFirst().id();
        publishing.restart(PublishProgress.change(before));
        contoso.intune().deleteByHand(Contoso.TENANT, before);
        publishing.finish();
        assertThat(publishing.status()).isEqualTo(VersionStatus.SUCCESS);
        assertThat(contoso.apps())
                .singleElement()
                .satisfies(app -> assertThat(app.id()).isNotEqualTo(before));
    }

    @Test
    void aServiceThatAsksToWaitIsNotAskedBefore(Portal portal) {
        var contoso = Deploying.begin(portal);
        var publishing = assignedToDesign(contoso, portal);
        publishing.advanceTo(Step.USE_CONTENT);
        contoso.intune().faults().failNext(AppCall.USE_CONTENT, AppFault.UNAVAILABLE_RETRY_AFTER, 1);
        var before = portal.microsoft().clock().instant();
        publishing.takeNext();
        publishing.takeNext();
        assertThat(Duration.between(before, portal.microsoft().clock().instant()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(7));
        assertThat(contoso.intune().faults().count(AppCall.USE_CONTENT)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"FETCH", "PACK"})
    @EnabledIf("io.patchbay.testsupport.FullDisk#canBe")
    void whereTheDiskIsFullItWaitsSaysSoLeavesNoPartAndGoesOn(Step step, Portal portal) throws Exception {
        var contoso = Deploying.begin(portal);
        contoso.publishers().size("7zip.7zip", 3 * FullDisk.ROOM);
        contoso.readCatalog();
        var publishing = assignedToDesign(contoso, portal);
        assertThat(publishing.advanceTo(step)).isTrue();
        var before = files(portal, publishing);
        try (var full = new FullDisk()) {
            publishing.takeNext();
            publishing.takeNext();
        }
        assertThat(publishing.status()).isEqualTo(VersionStatus.RETRYING);
        assertThat(publishing.cause()).contains("to its own disk");
        assertThat(files(portal, publishing)).isEqualTo(before);
        publishing.finish();
        assertThat(publishing.status()).isEqualTo(VersionStatus.SUCCESS);
        assertThat(contoso.apps())
                .singleElement()
                .satisfies(app -> assertThat(app.published()).isTrue());
    }

    private static List<String> files(Portal portal, SteppedPublishing publishing) throws IOException {
        try (var files = Files.list(portal.bean(DeploymentProperties.class).work())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(publishing.version().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static SteppedPublishing assignedToDesign(Deploying contoso, Portal portal) {
        return SteppedPublishing.begin(
                portal, contoso, Deploying.latest().with(List.of(contoso.required("Design Studio"))));
    }
}
