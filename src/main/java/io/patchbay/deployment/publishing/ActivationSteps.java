package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.PackedInstaller;
import io.patchbay.deployment.model.PublishStage.AddingFile;
import io.patchbay.deployment.model.PublishStage.Categorizing;
import io.patchbay.deployment.model.PublishStage.Changing;
import io.patchbay.deployment.model.PublishStage.Creating;
import io.patchbay.deployment.model.PublishStage.Fetching;
import io.patchbay.deployment.model.PublishStage.FileReference;
import io.patchbay.deployment.model.PublishStage.OpeningContent;
import io.patchbay.deployment.model.PublishStage.Processing;
import io.patchbay.deployment.model.PublishStage.Remaking;
import io.patchbay.deployment.model.PublishStage.Uploading;
import io.patchbay.deployment.model.PublishStage.UsingContent;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.deployment.publishing.StepResult.NotYet;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.ContentFile;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.microsoft.intune.IntuneContents;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A content version of the application: opened, given its file, and brought into use. What an interrupted step made is found
 * and used again; what cannot be used any more is replaced: by a new version of an application that has been published, and
 * otherwise by a new application (intune-in-the-field P1 to P3).
 */
@Component
class ActivationSteps {

    private static final int BAD_REQUEST = 400;

    /** What nobody can upload to any more. */
    private static final Set<ContentFile.State> CLOSED =
            EnumSet.of(ContentFile.State.COMMITTING, ContentFile.State.COMMITTED, ContentFile.State.ABANDONED);

    private final IntuneApps apps;
    private final IntuneContents contents;
    private final FailureTranslator causes;

    ActivationSteps(IntuneApps apps, IntuneContents contents, FailureTranslator causes) {
        this.apps = apps;
        this.contents = contents;
        this.causes = causes;
    }

    StepResult open(PublishContext task, OpeningContent stage) {
        return causes.then(
                contents.versions(task.tenant(), stage.app()),
                versions -> versions.isEmpty() ? openNew(task, stage) : openAgain(task, stage, versions.getLast()));
    }

    private StepResult openAgain(PublishContext task, OpeningContent stage, String version) {
        return there(
                task,
                stage.app(),
                app -> app.neverPublished()
                        ? new Next(task.at(new AddingFile(stage.app(), stage.content(), version)))
                        : openNew(task, stage));
    }

    private StepResult openNew(PublishContext task, OpeningContent stage) {
        var outcome = contents.newContentVersion(task.tenant(), stage.app());
        return outcome instanceof Answered<String>(var version)
                ? new Next(task.at(new AddingFile(stage.app(), stage.content(), version)))
                : causes.ofCreation(outcome);
    }

    StepResult addFile(PublishContext task, AddingFile stage) {
        return causes.then(
                contents.files(task.tenant(), stage.app(), stage.contentVersion()),
                files -> files.isEmpty() ? announce(task, stage) : announced(task, stage, files));
    }

    private StepResult announce(PublishContext task, AddingFile stage) {
        var content = stage.content();
        var outcome = contents.newFile(
                task.tenant(), stage.app(), stage.contentVersion(), content.size(), content.sizeEncrypted());
        return outcome instanceof Answered<ContentFile>(var file)
                ? upload(task, stage, file)
                : causes.ofCreation(outcome);
    }

    private static StepResult upload(PublishContext task, AddingFile stage, ContentFile file) {
        var reference = new FileReference(stage.app(), stage.contentVersion(), file.id());
        return new Next(task.at(Uploading.begin(reference, stage.content())));
    }

    private StepResult announced(PublishContext task, AddingFile stage, List<ContentFile> files) {
        var file = files.getFirst();
        var content = stage.content();
        return files.size() == 1 && file.fits(content.size(), content.sizeEncrypted()) && !CLOSED.contains(file.state())
                ? upload(task, stage, file)
                : replace(task, stage.app(), content);
    }

    /** Gives up a content version that cannot be mended. */
    StepResult replace(PublishContext task, String app, @Nullable PackedInstaller content) {
        return there(task, app, found -> {
            var further = found.neverPublished()
                    ? new Remaking(app, content)
                    : content == null ? new Fetching(app) : new OpeningContent(app, content);
            return new StepResult.StartOver(task.at(further), causes.text("spoiled"), null);
        });
    }

    StepResult remake(PublishContext task, Remaking stage) {
        var found = apps.find(task.tenant(), stage.app());
        if (!(found instanceof Answered<Optional<IntuneApp>>(var app))) {
            return causes.of(found);
        }
        var content = stage.content();
        if (app.isPresent() && !app.get().neverPublished()) {
            return new Next(
                    task.at(content == null ? new Fetching(stage.app()) : new Creating(stage.app(), content, false)));
        }
        return causes.then(apps.delete(task.tenant(), stage.app()), done -> {
            var further = task.at(content == null ? new Fetching(null) : new Creating(null, content, false));
            return new Next(app.isPresent() ? further : further.doubting());
        });
    }

    /** Brings the version into use. Where Intune refuses that, the application and the files say whether it means it. */
    StepResult use(PublishContext task, UsingContent stage) {
        var outcome = apps.useContent(task.tenant(), stage.app(), stage.contentVersion());
        return outcome instanceof GraphOutcome.Failed<Boolean>(var status, var code, var message)
                        && status == BAD_REQUEST
                ? there(
                        task,
                        stage.app(),
                        app -> notUsed(task, stage, app, causes.text("refused", status, code, message)))
                : causes.then(outcome, done -> new Next(task.at(new Processing(stage.app()))));
    }

    private StepResult notUsed(PublishContext task, UsingContent stage, IntuneApp app, String cause) {
        if (stage.contentVersion().equals(app.committedContent())) {
            return new Next(task.at(new Processing(stage.app())));
        }
        return causes.then(
                contents.files(task.tenant(), stage.app(), stage.contentVersion()),
                files -> files.size() == 1 && files.getFirst().state() == ContentFile.State.COMMITTED
                        ? new NotYet(cause, false)
                        : replace(task, stage.app(), null));
    }

    StepResult process(PublishContext task, Processing stage) {
        return there(task, stage.app(), app -> {
            if (!app.published()) {
                return new StepResult.Wait(task.progress(), causes.text("processing"));
            }
            return new Next(
                    task.at(task.progress().toBeChanged() ? new Changing(stage.app()) : new Categorizing(stage.app())));
        });
    }

    /** Goes on with the application as it is in Intune. */
    private StepResult there(PublishContext task, String app, Function<IntuneApp, StepResult> next) {
        return causes.then(
                apps.find(task.tenant(), app),
                found -> found.isPresent() ? next.apply(found.get()) : new NotYet(causes.text("missing"), true));
    }
}
