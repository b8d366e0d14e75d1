package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.PublishStage.Committing;
import io.patchbay.deployment.model.PublishStage.FileReference;
import io.patchbay.deployment.model.PublishStage.Uploading;
import io.patchbay.deployment.model.PublishStage.UsingContent;
import io.patchbay.deployment.model.PublishStage.Verifying;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.deployment.publishing.StepResult.Wait;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.BlockUpload;
import io.patchbay.microsoft.intune.ContentFile;
import io.patchbay.microsoft.intune.IntuneApps;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The content's way to Intune's storage, until Intune took it. */
@Component
class UploadSteps {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int BLOCKS_AT_ONCE = 8;
    private static final int RENEWALS_AT_MOST = 20;

    private final WorkFolder folder;
    private final IntuneApps apps;
    private final BlockUpload upload;
    private final FailureTranslator causes;

    UploadSteps(WorkFolder folder, IntuneApps apps, BlockUpload upload, FailureTranslator causes) {
        this.folder = folder;
        this.apps = apps;
        this.upload = upload;
        this.causes = causes;
    }

    StepResult upload(PublishContext task, Uploading stage) throws IOException {
        var content = folder.content(task.version().id());
        if (!Files.exists(content) || Files.size(content) != stage.content().sizeEncrypted()) {
            return new Next(task.progress().startOver());
        }
        var asked = ask(task.tenant(), stage.file());
        if (!(asked instanceof Answered<ContentFile>(var file))) {
            return causes.of(asked);
        }
        return switch (file.state()) {
            case WAITING -> new Wait(task.progress(), POLL);
            case FAILED -> renew(task, stage);
            case READY, COMMITTED -> send(task, stage, Objects.requireNonNull(file.uploadUri()));
        };
    }

    private GraphOutcome<ContentFile> ask(UUID tenant, FileReference file) {
        return apps.file(tenant, file.app(), file.contentVersion(), file.file());
    }

    private StepResult send(PublishContext task, Uploading stage, String address) throws IOException {
        var blocks = stage.content().blocks();
        var content = folder.content(task.version().id());
        var upTo = Math.min(blocks, stage.blocks() + BLOCKS_AT_ONCE);
        for (int number = stage.blocks(); number < upTo; number++) {
            var sent = upload.block(address, content, number);
            if (sent != BlockUpload.UploadOutcome.TAKEN) {
                return notTaken(sent, task, stage, number);
            }
        }
        if (upTo < blocks) {
            return new Next(task.at(stage.upTo(upTo)));
        }
        var sent = upload.list(address, blocks);
        return sent == BlockUpload.UploadOutcome.TAKEN
                ? new Next(task.at(new Committing(stage.file(), stage.content())))
                : notTaken(sent, task, stage, upTo);
    }

    private StepResult notTaken(BlockUpload.UploadOutcome sent, PublishContext task, Uploading stage, int number) {
        return switch (sent) {
            case EXPIRED -> renew(task, stage);
            case LATER -> causes.retry("storage");
            case REFUSED, TAKEN -> new StepResult.Fail(causes.text("storage.refused", number));
        };
    }

    private StepResult renew(PublishContext task, Uploading stage) {
        if (stage.renewals() >= RENEWALS_AT_MOST) {
            return new Next(task.progress().startOver());
        }
        var file = stage.file();
        return causes.then(
                apps.renewUpload(task.tenant(), file.app(), file.contentVersion(), file.file()),
                done -> new Wait(task.at(stage.renewed()), POLL));
    }

    StepResult commit(PublishContext task, Committing stage) {
        var file = stage.file();
        return causes.then(
                apps.commit(
                        task.tenant(),
                        file.app(),
                        file.contentVersion(),
                        file.file(),
                        stage.content().encryption()),
                done -> new Next(task.at(new Verifying(file))));
    }

    /** Whatever was wrong with the content, it is made again; should that fail again and again, it is given up in a day. */
    StepResult verify(PublishContext task, Verifying stage) {
        return causes.then(ask(task.tenant(), stage.file()), file -> switch (file.state()) {
            case COMMITTED ->
                new Next(task.at(new UsingContent(stage.app(), stage.file().contentVersion())));
            case FAILED -> new StepResult.StartOver(task.progress().startOver(), causes.text("commit"));
            case WAITING, READY -> new Wait(task.progress(), POLL);
        });
    }
}
