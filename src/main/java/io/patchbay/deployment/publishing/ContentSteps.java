package io.patchbay.deployment.publishing;

import io.patchbay.deployment.archive.InstallerArchive;
import io.patchbay.deployment.archive.UnusableArchiveException;
import io.patchbay.deployment.model.PackedInstaller;
import io.patchbay.deployment.model.PublishStage;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.microsoft.intune.ContentPackager;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.microsoft.intune.PackedContent;
import io.patchbay.microsoft.intune.PackedFile;
import io.patchbay.outbound.DownloadOutcome.Fetched;
import io.patchbay.outbound.Downloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The content of an application: downloaded, packed, announced to Intune, and at last used. */
@Component
class ContentSteps {

    /** Longer than a publishing is tried. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(2);

    private final Downloads downloads;
    private final ContentPackager packager;
    private final WorkFolder folder;
    private final IntuneApps apps;
    private final DeploymentProperties properties;
    private final FailureTranslator causes;
    private final Clock clock;

    ContentSteps(
            Downloads downloads,
            ContentPackager packager,
            WorkFolder folder,
            IntuneApps apps,
            DeploymentProperties properties,
            FailureTranslator causes,
            Clock clock) {
        this.downloads = downloads;
        this.packager = packager;
        this.folder = folder;
        this.apps = apps;
        this.properties = properties;
        this.causes = causes;
        this.clock = clock;
    }

    StepResult fetch(PublishContext task, PublishStage.Fetching stage, InstallPlan plan) throws IOException {
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
        return new Next(task.at(new PublishStage.Packing(stage.app()))
                .ofType(installer.type().name()));
    }

    StepResult pack(PublishContext task, PublishStage.Packing stage, InstallPlan plan) throws IOException {
        var id = task.version().id();
        var downloaded = folder.installer(id);
        if (!Files.exists(downloaded)) {
            return new Next(task.progress().startOver());
        }
        try {
            var content = packed(plan, downloaded, folder.content(id));
            folder.discardInstaller(id);
            return new Next(task.at(new PublishStage.Creating(stage.app(), PackedInstaller.of(content), false)));
        } catch (UnusableArchiveException e) {
            folder.discardInstaller(id);
            var fault = e.fault().name().toLowerCase(Locale.ROOT);
            return new StepResult.Fail(causes.text("archive." + fault, e.detail()));
        }
    }

    /** An archive goes in as a whole, since its installer may need what lies beside it. */
    private PackedContent packed(InstallPlan plan, Path downloaded, Path into) throws IOException {
        var nested = plan.installer().nested();
        if (nested == null) {
            var name = plan.installer().fileName();
            return packager.pack(plan.files(List.of(new PackedFile.OnDisk(name, downloaded))), into);
        }
        try (var archive =
                InstallerArchive.open(downloaded, properties.installerAtMost().toBytes())) {
            archive.file(nested.path());
            var files = new ArrayList<PackedFile>();
            archive.files()
                    .forEach(file -> files.add(new PackedFile.Streamed(file.path(), () -> archive.content(file))));
            return packager.pack(plan.files(files), into);
        }
    }

    StepResult open(PublishContext task, PublishStage.OpeningContent stage) {
        return causes.then(
                apps.newContentVersion(task.tenant(), stage.app()),
                version -> new Next(task.at(new PublishStage.AddingFile(stage.app(), stage.content(), version))));
    }

    StepResult addFile(PublishContext task, PublishStage.AddingFile stage) {
        var content = stage.content();
        return causes.then(
                apps.newFile(
                        task.tenant(), stage.app(), stage.contentVersion(), content.size(), content.sizeEncrypted()),
                file -> new Next(task.at(new PublishStage.Uploading(
                        new PublishStage.FileReference(stage.app(), stage.contentVersion(), file.id()),
                        content,
                        0,
                        0))));
    }

    StepResult use(PublishContext task, PublishStage.UsingContent stage) {
        return causes.then(
                apps.useContent(task.tenant(), stage.app(), stage.contentVersion()),
                done -> new Next(task.at(new PublishStage.Categorizing(stage.app()))));
    }
}
