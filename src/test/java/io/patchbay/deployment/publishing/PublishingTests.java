package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.CatalogIcons;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.management.DeploymentDrafts;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.InstallCommands;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.Step;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.simulator.download.DownloadFault;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Publishing: an application arrives once, whole, and assigned, whatever happens on the way. */
@PortalTest
class PublishingTests {

    @Test
    void anApplicationArrivesWithItsContentAndItsAssignments(Portal portal) throws IOException {
        var contoso = Deploying.begin(portal);
        var wanted = Deploying.latest().with(List.of(contoso.required("Design Studio")));
        var id = contoso.publish(Deploying.SEVEN_ZIP, wanted);
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        var app = contoso.apps().getFirst();
        assertThat(contoso.there()).containsExactly("7-Zip 24.09");
        assertThat(app.published()).isTrue();
        assertThat(app.assignments()).containsExactly("required group " + contoso.group("Design Studio"));
        assertThat(app.notes()).contains("patchbay:" + contoso.latest(id).id());
        assertThat(app.installCommand()).isEqualTo("msiexec /i \"7z-x64.msi\" /quiet /norestart");
        assertThat(app.uninstallCommand()).startsWith("msiexec /X{").endsWith("} /qn /norestart");
        assertThat(app.rules())
                .contains("win32LobAppProductCodeRule", "greaterThanOrEqual", "\"productVersion\":\"24.09\"");
        assertThat(contoso.latest(id).intuneApp()).isEqualTo(app.id());
        try (var zip = new ZipInputStream(Files.newInputStream(contoso.intune().content(Contoso.TENANT, app.id())))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("7z-x64.msi");
            assertThat(zip.readAllBytes()).isEqualTo(contoso.publishers().bytes("7zip.7zip/24.09/7z-x64.msi"));
            assertThat(zip.getNextEntry()).isNull();
        }
        assertThat(contoso.founder().visit("/events").body())
                .contains("Deployment 7-Zip Created")
                .contains("Deployment 7-Zip Published");
    }

    @ParameterizedTest
    @EnumSource(names = {"X64", "X86", "ARM64"})
    void everyArchitectureIsPutAsIntuneTakesIt(Architecture architecture, Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(
                Deploying.SEVEN_ZIP,
                DeploymentSpec.of(new VersionChoice.Latest(0), new InstallerChoice(architecture, null)));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        assertThat(contoso.apps()).hasSize(1);
    }

    @Test
    void itsIconGoesWithIt(Portal portal) throws IOException {
        var contoso = Deploying.begin(portal);
        var icons = portal.bean(CatalogIcons.class);
        icons.fetch();
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        assertThat(contoso.apps().getFirst().icon())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(
                                icons.of(Deploying.SEVEN_ZIP).orElseThrow().content()));
    }

    @Test
    void pressedTwiceItIsPublishedOnce(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.doInCompany(() -> portal.bean(DeploymentDrafts.class).publish(id));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        assertThat(contoso.apps()).hasSize(1);
        assertThat(contoso.view(id).versions()).hasSize(1);
    }

    /** A machine that dies after it did a step and before it stored that: the step is taken again, by another one. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void aCrashAfterAStepEndsWithOneApplication(Step step, Portal portal) throws IOException {
        var contoso = Deploying.begin(portal);
        var publishing = assignedToDesign(contoso, portal);
        if (publishing.advanceTo(step)) {
            publishing.takeInVain();
            if (step.ordinal() < Step.COMMIT.ordinal()) {
                portal.bean(WorkFolder.class).discard(publishing.version());
            }
            publishing.finish();
        }
        assertThat(contoso.apps()).hasSize(1);
        assertThat(contoso.apps().getFirst().published()).isTrue();
        assertThat(contoso.apps().getFirst().assignments())
                .containsExactly("required group " + contoso.group("Design Studio"));
        try (var zip = new ZipInputStream(Files.newInputStream(contoso.intune()
                .content(Contoso.TENANT, contoso.apps().getFirst().id())))) {
            zip.getNextEntry();
            assertThat(zip.readAllBytes()).isEqualTo(contoso.publishers().bytes("7zip.7zip/24.09/7z-x64.msi"));
        }
    }

    private static SteppedPublishing assignedToDesign(Deploying contoso, Portal portal) {
        return SteppedPublishing.begin(
                portal, contoso, Deploying.latest().with(List.of(contoso.required("Design Studio"))));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, TOO_MANY",
        "CREATE, UNAVAILABLE",
        "CREATE, DONE_BUT_UNANSWERED",
        "CONTENT_VERSION, SERVER_ERROR",
        "FILE, DONE_BUT_UNANSWERED",
        "POLL_FILE, NO_ADDRESS",
        "POLL_FILE, TOO_MANY",
        "BLOCK, UNAVAILABLE",
        "BLOCK, EXPIRED",
        "BLOCK_LIST, EXPIRED",
        "COMMIT, UNAVAILABLE",
        "COMMIT, COMMIT_FAILED",
        "USE_CONTENT, TOO_MANY",
        "ASSIGN, UNAVAILABLE",
        "ASSIGN, DONE_BUT_UNANSWERED"
    })
    void whatPassesIsTriedAgainAndMakesNoSecondCopy(AppCall call, AppFault fault, Portal portal) {
        var contoso = Deploying.begin(portal);
        var publishing = assignedToDesign(contoso, portal);
        contoso.intune().faults().failNext(call, fault, 2);
        publishing.finish();
        assertThat(contoso.apps()).hasSize(1);
        assertThat(contoso.apps().getFirst().published()).isTrue();
        assertThat(contoso.apps().getFirst().assignments()).hasSize(1);
    }

    @Test
    void whatMicrosoftRefusesFailsWithItsCauseAndNothingIsLeft(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().faults().failNext(AppCall.CREATE, AppFault.REFUSED, 1);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.FAILED);
        assertThat(contoso.latest(id).cause())
                .contains("Intune rejected the request")
                .contains("The request is not valid.");
        assertThat(contoso.latest(id).intuneApp()).isNull();
        assertThat(contoso.apps()).isEmpty();
        assertThat(contoso.founder().visit("/events").body()).contains("Deployment 7-Zip Failed");
        contoso.doInCompany(() -> portal.bean(Deployments.class).retry(id));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
    }

    @Test
    void approvalByAnotherAdministratorIsWaitedForAndIsNoFailure(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().faults().failNext(AppCall.CREATE, AppFault.APPROVAL_REQUIRED, 1);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.WAITING_FOR_APPROVAL);
        assertThat(contoso.latest(id).cause()).contains("Multi Admin Approval");
        assertThat(contoso.founder().visit("/deployments/" + id).body())
                .contains("Waiting for approval")
                .contains("https://intune.microsoft.com/");
        portal.microsoft().controls().advanceClock(Duration.ofHours(30));
        contoso.doInCompany(() -> portal.bean(Deployments.class).retry(id));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
    }

    @Test
    void anotherFileThanTheCatalogKnowsIsNeverPublished(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.publishers().fail("7zip.7zip", DownloadFault.WRONG_BYTES);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.FAILED);
        assertThat(contoso.latest(id).cause()).contains("SHA-256");
        assertThat(contoso.apps()).isEmpty();
    }

    @Test
    void anInstallerThatIsGoneFailsAndOneThatIsAwayIsTriedAgain(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.publishers().fail("7zip.7zip", DownloadFault.NOT_FOUND);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.FAILED);
        assertThat(contoso.latest(id).cause()).contains("404");
        contoso.publishers().fail("7zip.7zip", DownloadFault.UNAVAILABLE);
        contoso.doInCompany(() -> portal.bean(Deployments.class).retry(id));
        contoso.awaitStatus(id, VersionStatus.RETRYING);
        assertThat(contoso.latest(id).cause()).contains("503");
        contoso.publishers().fail("7zip.7zip", DownloadFault.NONE);
        contoso.doInCompany(() -> portal.bean(Deployments.class).retry(id));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
    }

    @Test
    void whatStillFailsAfterADayIsGivenUp(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.publishers().fail("7zip.7zip", DownloadFault.UNAVAILABLE);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.RETRYING);
        portal.microsoft().controls().advanceClock(Duration.ofHours(25));
        contoso.doInCompany(() -> portal.bean(Deployments.class).retry(id));
        contoso.awaitStatus(id, VersionStatus.FAILED);
        assertThat(contoso.latest(id).cause()).contains("503");
    }

    @Test
    void aGroupThatVanishedIsLeftOutAndNamed(Portal portal) {
        var contoso = Deploying.begin(portal);
        var gone = portal.microsoft().controls().createGroup(Contoso.TENANT, "Short-lived", Contoso.ADMIN);
        var wanted = List.of(contoso.required("Design Studio"), contoso.required("Short-lived"));
        portal.microsoft().controls().deleteGroup(Contoso.TENANT, gone);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest().with(wanted));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        assertThat(contoso.apps().getFirst().assignments()).hasSize(1);
        assertThat(contoso.latest(id).remark()).contains("Short-lived");
    }

    @Test
    void withoutALicenseNothingIsDeployed(Portal portal) {
        var contoso = Deploying.begin(portal);
        portal.microsoft().controls().advanceClock(Duration.ofDays(31));
        assertThatThrownBy(() -> contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void anEditChangesTheApplicationThatIsThere(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        var before = contoso.apps().getFirst();
        var wanted = Deploying.latest().with(List.of(contoso.required("Design Studio")));
        contoso.doInCompany(() -> portal.bean(Deployments.class)
                .change(id, wanted, contoso.view(id).change()));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        assertThat(contoso.apps()).hasSize(1);
        assertThat(contoso.apps().getFirst().id()).isEqualTo(before.id());
        assertThat(contoso.apps().getFirst().assignments()).hasSize(1);
        assertThat(contoso.intune().faults().count(AppCall.COMMIT)).isEqualTo(1);
    }

    @Test
    void anEditRebuildsTheContentOnlyWhereItsFilesDiffer(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        var downloads = contoso.publishers().downloads();
        edit(portal, contoso, id, commanded(new InstallCommands("msiexec /i \"{file}\" /qb", null, null, null)));
        var app = contoso.apps().getFirst();
        assertThat(app.installCommand()).isEqualTo("msiexec /i \"7z-x64.msi\" /qb");
        assertThat(app.published()).isTrue();
        assertThat(contoso.publishers().downloads()).isEqualTo(downloads);
        assertThat(contoso.intune().faults().count(AppCall.COMMIT)).isEqualTo(1);
        edit(portal, contoso, id, commanded(new InstallCommands(null, null, "exit 0", null)));
        assertThat(contoso.publishers().downloads()).isEqualTo(downloads + 1);
        assertThat(contoso.intune().faults().count(AppCall.COMMIT)).isEqualTo(2);
        assertThat(contoso.apps()).hasSize(1);
    }

    private static void edit(Portal portal, Deploying contoso, DeploymentId id, DeploymentSpec wanted) {
        contoso.doInCompany(() -> portal.bean(Deployments.class)
                .change(id, wanted, contoso.view(id).change()));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
    }

    private static DeploymentSpec commanded(InstallCommands commands) {
        var usual = Deploying.latest();
        return new DeploymentSpec(
                usual.choice(),
                usual.installer(),
                commands,
                usual.detection(),
                usual.returnCodes(),
                usual.scopeTags(),
                usual.categories(),
                usual.retain(),
                usual.assignments(),
                usual.rollout());
    }
}
