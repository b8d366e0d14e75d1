package io.patchbay.deployment.publishing;

import io.patchbay.deployment.archive.InstallerArchive;
import io.patchbay.deployment.archive.UnusableArchiveException;
import io.patchbay.deployment.model.PackedInstaller;
import io.patchbay.deployment.model.PublishStage;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.microsoft.intune.ContentPackager;
import io.patchbay.microsoft.intune.PackedContent;
import io.patchbay.microsoft.intune.PackedFile;
import io.patchbay.outbound.DownloadOutcome.Fetched;
import io.patchbay.outbound.Downloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The content of an application on this machine: downloaded and packed. */
@Component
class ContentSteps {

    private final Downloads downloads;
    private final ContentPackager packager;
    private final WorkFolder folder;
    private final MissingContent missing;
    private final DeploymentProperties properties;
    private final FailureTranslator causes;

    ContentSteps(
            Downloads downloads,
            ContentPackager packager,
            WorkFolder folder,
            MissingContent missing,
            DeploymentProperties properties,
            FailureTranslator causes) {
        this.downloads = downloads;
        this.packager = packager;
        this.folder = folder;
        this.missing = missing;
        this.properties = properties;
        this.causes = causes;
    }

    /** Downloads the installer, unless it is here already. */
    StepResult fetch(PublishContext task, PublishStage.Fetching stage, InstallPlan plan) throws IOException {
        var installer = plan.installer();
        var next = new Next(task.at(new PublishStage.Packing(stage.app()))
                .ofType(installer.type().name()));
        var id = task.version().id();
        if (folder.hasInstaller(id, installer.sha256())) {
            return next;
        }
        var into = folder.installer(id);
        var outcome = downloads.fetch(
                installer.url(), into, properties.installerAtMost().toBytes());
        if (!(outcome instanceof Fetched(var size, var sha256))) {
            return causes.of(outcome, installer.url().toString());
        }
        if (!sha256.equalsIgnoreCase(installer.sha256())) {
            Files.deleteIfExists(into);
            return new StepResult.Fail(causes.text("hash", installer.url(), installer.sha256(), sha256));
        }
        return next;
    }

    /** Packs it with a key of its own, which from then on belongs to the file that is here. */
    StepResult pack(PublishContext task, PublishStage.Packing stage, InstallPlan plan) throws IOException {
        var id = task.version().id();
        if (!folder.hasInstaller(id, plan.installer().sha256())) {
            return missing.waitFor(task);
        }
        try {
            var content = packed(plan, folder.installer(id), folder.content(id));
            folder.discardInstaller(id);
            return new Next(task.at(new PublishStage.Creating(stage.app(), PackedInstaller.of(content), false)));
        } catch (UnusableArchiveException e) {
            folder.discardInstaller(id);
            var fault = e.fault().name().toLowerCase(Locale.ROOT);
            return new StepResult.Fail(causes.text("archive." + fault, e.detail()));
        }
    }

    /** An archive goes in as a whole, since its installer may need what lies beside it. */
    PackedContent packed(InstallPlan plan, Path downloaded, Path into) throws IOException {
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
}
