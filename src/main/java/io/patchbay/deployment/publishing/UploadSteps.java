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
import io.patchbay.microsoft.intune.IntuneContents;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The content's way to Intune's storage, until Intune took it. */
@Component
class UploadSteps {

    private static final int BLOCKS_AT_ONCE = 8;
    private static final int RENEWALS_AT_MOST = 5;

    /** A new address is known after half a minute, and renewing it before makes it worse (intune-in-the-field P8). */
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(45);

    /** A commit takes minutes at most; one that takes longer is asked for again (intune-in-the-field P9). */
    private static final Duration COMMIT_TAKES = Duration.ofMinutes(10);

    private static final int SAME_CONTENT_AT_MOST = 3;

    private final WorkFolder folder;
    private final MissingContent missing;
    private final ActivationSteps activation;
    private final IntuneContents contents;
    private final BlockUpload upload;
    private final FailureTranslator causes;
    private final Clock clock;

    UploadSteps(
            WorkFolder folder,
            MissingContent missing,
            ActivationSteps activation,
            IntuneContents contents,
            BlockUpload upload,
            FailureTranslator causes,
            Clock clock) {
        this.folder = folder;
        this.missing = missing;
        this.activation = activation;
        this.contents = contents;
        this.upload = upload;
        this.causes = causes;
        this.clock = clock;
    }

    StepResult upload(PublishContext task, Uploading stage) throws IOException {
        if (!folder.hasContent(task.version().id(), stage.content())) {
            return missing.waitFor(task);
        }
        var asked = ask(task.tenant(), stage.file());
        if (!(asked instanceof Answered<ContentFile>(var file))) {
            return causes.of(asked);
        }
        return switch (file.state()) {
            case WAITING -> new Wait(task.progress(), causes.text("address"));
            case NO_ADDRESS, REFUSED -> renew(task, stage);
            case ABANDONED, COMMITTING, COMMITTED -> activation.replace(task, stage.app(), stage.content());
            case READY -> file.uploadUri() == null ? renew(task, stage) : send(task, stage, file);
        };
    }

    private GraphOutcome<ContentFile> ask(UUID tenant, FileReference file) {
        return contents.file(tenant, file.app(), file.contentVersion(), file.file());
    }

    private StepResult send(PublishContext task, Uploading stage, ContentFile file) throws IOException {
        var address = Objects.requireNonNull(file.uploadUri());
        var blocks = stage.content().blocks();
        var content = folder.content(task.version().id());
        var upTo = Math.min(blocks, stage.blocks() + BLOCKS_AT_ONCE);
        for (int number = stage.blocks(); number < upTo; number++) {
            var sent = upload.block(address, content, number);
            if (sent != BlockUpload.UploadOutcome.TAKEN) {
                return notTaken(sent, task, stage.upTo(number), file);
            }
        }
        if (upTo < blocks) {
            return new Next(task.at(stage.upTo(upTo)));
        }
        var sent = upload.list(address, blocks);
        return sent == BlockUpload.UploadOutcome.TAKEN
                ? new Next(task.at(new Committing(stage.file(), stage.content())))
                : notTaken(sent, task, stage.upTo(upTo), file);
    }

    private StepResult notTaken(
            BlockUpload.UploadOutcome sent, PublishContext task, Uploading stage, ContentFile file) {
        return switch (sent) {
            case EXPIRED -> renew(task, stage);
            case UNKNOWN_ADDRESS -> unknown(task, stage, file);
            case LATER -> new StepResult.StartOver(task.at(stage), causes.text("storage"), null);
            case BLOCKS_MISSING ->
                new StepResult.StartOver(
                        task.at(Uploading.begin(stage.file(), stage.content())), causes.text("storage"), null);
            case REFUSED, TAKEN -> new StepResult.Fail(causes.text("storage.refused", stage.blocks()));
        };
    }

    /** Keeps to the address as long as it may be too new, and then asks for another one. */
    private StepResult unknown(PublishContext task, Uploading stage, ContentFile file) {
        var now = clock.instant();
        var since = Objects.requireNonNullElse(stage.unknownSince(), now);
        var until = Objects.requireNonNullElse(file.uploadUntil(), Instant.MAX);
        return now.isBefore(since.plus(UNKNOWN_FOR)) && now.isBefore(until)
                ? new Wait(task.at(stage.unknown(since)), causes.text("storage"))
                : renew(task, stage);
    }

    private StepResult renew(PublishContext task, Uploading stage) {
        if (stage.renewals() >= RENEWALS_AT_MOST) {
            return activation.replace(task, stage.app(), stage.content());
        }
        var file = stage.file();
        return causes.then(
                contents.renewUpload(task.tenant(), file.app(), file.contentVersion(), file.file()),
                done -> new Wait(task.at(stage.renewed()), causes.text("address")));
    }

    /** Has Intune take what was uploaded, unless a step that was interrupted did so. */
    StepResult commit(PublishContext task, Committing stage) {
        return causes.then(ask(task.tenant(), stage.file()), file -> switch (file.state()) {
            case COMMITTED, COMMITTING, REFUSED -> verifying(task, stage);
            case WAITING, READY, NO_ADDRESS, ABANDONED ->
                causes.then(commit(task, stage.file(), stage), done -> verifying(task, stage));
        });
    }

    private GraphOutcome<Boolean> commit(PublishContext task, FileReference file, Committing stage) {
        return contents.commit(
                task.tenant(),
                file.app(),
                file.contentVersion(),
                file.file(),
                stage.content().encryption());
    }

    private StepResult verifying(PublishContext task, Committing stage) {
        return new Next(task.at(new Verifying(stage.file(), stage.content(), clock.instant())));
    }

    StepResult verify(PublishContext task, Verifying stage) {
        return causes.then(ask(task.tenant(), stage.file()), file -> switch (file.state()) {
            case COMMITTED -> taken(task, stage);
            case REFUSED, NO_ADDRESS, ABANDONED -> refused(task, stage);
            case COMMITTING, WAITING, READY -> pending(task, stage);
        });
    }

    private StepResult taken(PublishContext task, Verifying stage) {
        folder.discard(task.version().id());
        return new Next(task.at(new UsingContent(stage.app(), stage.file().contentVersion())));
    }

    /** The content is uploaded again, and made again where that does not help. */
    private StepResult refused(PublishContext task, Verifying stage) {
        var content = stage.content();
        var again = content == null || task.attempts() >= SAME_CONTENT_AT_MOST
                ? task.progress().startOver()
                : task.at(Uploading.begin(stage.file(), content));
        return new StepResult.StartOver(again, causes.text("commit"), null);
    }

    private StepResult pending(PublishContext task, Verifying stage) {
        var content = stage.content();
        var now = clock.instant();
        var since = Objects.requireNonNullElse(stage.since(), now);
        if (content == null || now.isBefore(since.plus(COMMIT_TAKES))) {
            return new Wait(task.at(new Verifying(stage.file(), content, since)), causes.text("commitPending"));
        }
        var outcome = commit(task, stage.file(), new Committing(stage.file(), content));
        return outcome instanceof Answered<Boolean> || outcome instanceof GraphOutcome.Failed<Boolean>
                ? new Wait(task.at(new Verifying(stage.file(), content, now)), causes.text("commitPending"))
                : causes.of(outcome);
    }
}
