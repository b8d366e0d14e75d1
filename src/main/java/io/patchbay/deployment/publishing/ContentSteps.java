package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.PackedInstaller;
import io.patchbay.deployment.model.PublishStage;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.microsoft.intune.ContentPackager;
import io.patchbay.outbound.DownloadOutcome.Fetched;
import io.patchbay.outbound.Downloads;
import java.io.IOException;
import java.nio.file.Files;
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
        var content = packager.pack(plan.files(folder.installer(id)), folder.content(id));
        folder.discardInstaller(id);
        return new Next(task.at(new PublishStage.Creating(stage.app(), PackedInstaller.of(content), false)));
    }
}
