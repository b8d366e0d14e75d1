package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.Step;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The files of publishings: whose they are, and when they leave. */
@PortalTest
class WorkFolderTests {

    @Test
    void theWorkDirectoryHoldsOnlyWhatIsBeingPublished(Portal portal) throws IOException {
        var contoso = Deploying.begin(portal);
        var folder = portal.bean(WorkFolder.class);
        var orphan = Files.createFile(folder.content(UUID.randomUUID()));
        var publishing = SteppedPublishing.begin(portal, contoso, Deploying.latest());
        publishing.advanceTo(Step.UPLOAD);
        portal.bean(WorkFolderSweep.class).sweep();
        assertThat(orphan).doesNotExist();
        assertThat(folder.versions()).containsExactly(publishing.version());
        publishing.finish();
        portal.bean(WorkFolderSweep.class).sweep();
        assertThat(folder.versions()).isEmpty();
    }

    @Test
    void aFileOfTheRightSizeThatBelongsToAnotherKeyIsNeverUploaded(Portal portal) throws IOException {
        var contoso = Deploying.begin(portal);
        var publishing = SteppedPublishing.begin(portal, contoso, Deploying.latest());
        publishing.advanceTo(Step.UPLOAD);
        var content = portal.bean(WorkFolder.class).content(publishing.version());
        var foreign = Files.readAllBytes(content);
        foreign[foreign.length - 1]++;
        Files.write(content, foreign);
        publishing.finish();
        assertThat(contoso.apps().getFirst().published()).isTrue();
        assertThat(contoso.intune().faults().count(AppCall.COMMIT)).isOne();
        assertThat(contoso.intune().faults().count(AppCall.FILE)).isOne();
    }

    @Test
    void anInstanceWithoutTheContentLeavesItToTheOneThatHasIt(Portal portal) throws IOException {
        var contoso = Deploying.begin(portal);
        var publishing = SteppedPublishing.begin(portal, contoso, Deploying.latest());
        publishing.advanceTo(Step.UPLOAD);
        var content = portal.bean(WorkFolder.class).content(publishing.version());
        var aside = Files.createTempFile("aside", null);
        Files.move(content, aside, StandardCopyOption.REPLACE_EXISTING);
        publishing.takeNext();
        publishing.takeNext();
        assertThat(publishing.status()).isEqualTo(VersionStatus.IN_PROGRESS);
        Files.move(aside, content);
        var downloads = contoso.publishers().downloads();
        publishing.finish();
        assertThat(contoso.publishers().downloads()).isEqualTo(downloads);
        assertThat(contoso.apps().getFirst().published()).isTrue();
    }
}
