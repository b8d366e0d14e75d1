package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.Causes;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.Step;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.deployment.publishing.StepResult.Wait;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.BlockUpload;
import io.patchbay.microsoft.intune.ContentFile;
import io.patchbay.microsoft.intune.ContentPackager;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.outbound.DownloadOutcome.Fetched;
import io.patchbay.outbound.Downloads;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** From the installer's download to its content in Intune. */
@Component
class ContentSteps {

    private static final Duration POLL = Duration.ofSeconds(1);

    /** Longer than a publishing is tried. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(2);

    private static final int BLOCKS_AT_ONCE = 8;
    private static final int RENEWALS_AT_MOST = 20;

    private final Downloads downloads;
    private final ContentPackager packager;
    private final WorkFolder folder;
    private final IntuneApps apps;
    private final BlockUpload upload;
    private final DeploymentProperties properties;
    private final Causes causes;
    private final Clock clock;

    ContentSteps(
            Downloads downloads,
            ContentPackager packager,
            WorkFolder folder,
            IntuneApps apps,
            BlockUpload upload,
            DeploymentProperties properties,
            Causes causes,
            Clock clock) {
        this.downloads = downloads;
        this.packager = packager;
        this.folder = folder;
        this.apps = apps;
        this.upload = upload;
        this.properties = properties;
        this.causes = causes;
        this.clock = clock;
    }

    StepResult fetch(PublishContext task, InstallPlan plan) throws IOException {
        var installer = plan.installer();
        folder.discardOlderThan(clock.instant().minus(FORGOTTEN_AFTER));
        var into = folder.installer(task.version().id());
        var outcome = downloads.fetch(
                installer.url(), into, properties.installerAtMost().toBytes());
        if (!(outcome instanceof Fetched(var size, var sha256))) {
            return causes.of(outcome, installer.url().toString());
        }
        if (!sha256.equalsIgnoreCase(installer.sha256())) {
            Files.deleteIfExists(into);
            return new StepResult.Fail(causes.text("hash", installer.url(), installer.sha256(), sha256));
        }
        return new Next(task.work().of(installer.type().name()).next());
    }

    StepResult pack(PublishContext task, InstallPlan plan) throws IOException {
        var id = task.version().id();
        var downloaded = folder.installer(id);
        if (!Files.exists(downloaded)) {
            return new Next(task.work().at(Step.FETCH));
        }
        var content = packager.pack(plan.files(downloaded), folder.content(id));
        folder.discardInstaller(id);
        return new Next(task.work().withPacked(Packed.of(content)).next());
    }

    StepResult contentVersion(PublishContext task) {
        var work = task.work();
        return then(
                apps.newContentVersion(task.tenant(), work.appId()),
                id -> new Next(work.withContentVersion(id).next()));
    }

    StepResult file(PublishContext task) {
        var work = task.work();
        var packed = work.content();
        return then(
                apps.newFile(
                        task.tenant(), work.appId(), work.contentVersionId(), packed.size(), packed.sizeEncrypted()),
                file -> new Next(work.withFile(file.id()).next()));
    }

    StepResult upload(PublishContext task) throws IOException {
        var work = task.work();
        var content = folder.content(task.version().id());
        if (!Files.exists(content) || Files.size(content) != work.content().sizeEncrypted()) {
            return new Next(work.contentAnew());
        }
        var asked = apps.file(task.tenant(), work.appId(), work.contentVersionId(), work.fileId());
        if (!(asked instanceof Answered<ContentFile>(var file))) {
            return causes.of(asked);
        }
        return switch (file.state()) {
            case WAITING -> new Wait(work, POLL);
            case FAILED -> renew(task);
            case READY, COMMITTED -> send(task, Objects.requireNonNull(file.uploadUri()));
        };
    }

    private StepResult send(PublishContext task, String address) throws IOException {
        var work = task.work();
        var blocks = work.content().blocks();
        var content = folder.content(task.version().id());
        var upTo = Math.min(blocks, work.blocks() + BLOCKS_AT_ONCE);
        for (int number = work.blocks(); number < upTo; number++) {
            var sent = upload.block(address, content, number);
            if (sent != BlockUpload.UploadOutcome.TAKEN) {
                return notTaken(sent, task, number);
            }
        }
        if (upTo < blocks) {
            return new Next(work.uploaded(upTo));
        }
        var sent = upload.list(address, blocks);
        return sent == BlockUpload.UploadOutcome.TAKEN
                ? new Next(work.uploaded(upTo).next())
                : notTaken(sent, task, upTo);
    }

    private StepResult notTaken(BlockUpload.UploadOutcome sent, PublishContext task, int number) {
        return switch (sent) {
            case EXPIRED -> renew(task);
            case LATER -> causes.retry("storage");
            case REFUSED, TAKEN -> new StepResult.Fail(causes.text("storage.refused", number));
        };
    }

    private StepResult renew(PublishContext task) {
        var work = task.work();
        if (work.renewals() >= RENEWALS_AT_MOST) {
            return new Next(work.contentAnew());
        }
        return then(
                apps.renewUpload(task.tenant(), work.appId(), work.contentVersionId(), work.fileId()),
                done -> new Wait(work.renewed(), POLL));
    }

    StepResult commit(PublishContext task) {
        var work = task.work();
        return then(
                apps.commit(
                        task.tenant(),
                        work.appId(),
                        work.contentVersionId(),
                        work.fileId(),
                        work.content().info()),
                done -> new Next(work.next()));
    }

    StepResult checkCommit(PublishContext task) {
        var work = task.work();
        return then(
                apps.file(task.tenant(), work.appId(), work.contentVersionId(), work.fileId()),
                file -> switch (file.state()) {
                    case COMMITTED -> new Next(work.next());
                    case FAILED -> commitFailed(work);
                    case WAITING, READY -> new Wait(work, POLL);
                });
    }

    /** Whatever was wrong with it, the content is made anew; should that fail again and again, it is given up in a day. */
    private StepResult commitFailed(PublishProgress work) {
        return new StepResult.Anew(work.contentAnew(), causes.text("commit"));
    }

    StepResult useContent(PublishContext task) {
        var work = task.work();
        return then(
                apps.useContent(task.tenant(), work.appId(), work.contentVersionId()), done -> new Next(work.next()));
    }

    private <T> StepResult then(GraphOutcome<T> outcome, Function<T, StepResult> next) {
        return outcome instanceof Answered<T>(var value) ? next.apply(value) : causes.of(outcome);
    }
}
