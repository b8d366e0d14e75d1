package io.patchbay.deployment.publishing;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.CatalogIcons;
import io.patchbay.deployment.model.PublishStage.Categorizing;
import io.patchbay.deployment.model.PublishStage.Changing;
import io.patchbay.deployment.model.PublishStage.Creating;
import io.patchbay.deployment.model.PublishStage.OpeningContent;
import io.patchbay.deployment.model.PublishStage.Relating;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.AppIcon;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.microsoft.intune.Win32App;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The application in Intune that carries the content: made, found again or changed, and put into categories. */
@Component
class AppSteps {

    private final IntuneApps apps;
    private final CatalogIcons icons;
    private final FailureTranslator causes;

    AppSteps(IntuneApps apps, CatalogIcons icons, FailureTranslator causes) {
        this.apps = apps;
        this.icons = icons;
        this.causes = causes;
    }

    /** Makes the application, unless a step that was interrupted made it: then its mark is found on one. */
    StepResult create(PublishContext task, Creating stage, InstallPlan plan) {
        var app = stage.app();
        if (app != null) {
            return existing(task, stage, app);
        }
        if (!stage.begun()) {
            return new Next(task.at(new Creating(null, stage.content(), true))
                    .awaiting(task.progress().approvalCode()));
        }
        if (task.fresh()) {
            return make(task, stage, plan);
        }
        return causes.then(
                marked(task),
                found -> found.isPresent()
                        ? created(task, stage, found.get())
                        : new StepResult.NotYet(causes.text("looking"), true));
    }

    private StepResult existing(PublishContext task, Creating stage, String app) {
        return causes.then(
                apps.find(task.tenant(), app),
                found -> found.isPresent()
                        ? created(task, stage, app)
                        : new StepResult.NotYet(causes.text("missing"), true));
    }

    /** Makes it: it is certain that there is none, or that one that comes to light will be deleted at the end. */
    StepResult make(PublishContext task, Creating stage, InstallPlan plan) {
        return switch (apps.create(task.tenant(), wanted(task, plan))) {
            case Answered<String>(var id) -> created(task, stage, id);
            case GraphOutcome.Unavailable<String> unknown ->
                causes.ofCreation(unknown) instanceof StepResult.Retry(var cause, var after)
                        ? new StepResult.StartOver(task.progress().doubting(), cause, after)
                        : causes.of(unknown);
            case GraphOutcome<String> refused -> notMade(task, stage, causes.of(refused));
        };
    }

    /** What was refused was not made, so nobody has to look for it. */
    private static StepResult notMade(PublishContext task, Creating stage, StepResult.Failure refusal) {
        return refusal instanceof StepResult.Retry(var cause, var after)
                ? new StepResult.StartOver(task.at(new Creating(null, stage.content(), false)), cause, after)
                : refusal;
    }

    private static StepResult created(PublishContext task, Creating stage, String app) {
        var further = task.at(new OpeningContent(app, stage.content()));
        return new Next(task.fresh() || stage.app() != null ? further : further.doubting());
    }

    /** The application that bears the version's mark; of several the one that came furthest. */
    private GraphOutcome<Optional<String>> marked(PublishContext task) {
        var all = apps.all(task.tenant());
        return all instanceof Answered<List<IntuneApp>>(var found)
                ? new Answered<>(found.stream()
                        .filter(task.version().mark()::on)
                        .max(Comparator.comparing(IntuneApp::state))
                        .map(IntuneApp::id))
                : all.retyped();
    }

    /** Deletes what an interrupted step made beside the application: never one that was published or assigned. */
    StepResult removeTwins(PublishContext task) {
        var all = apps.all(task.tenant());
        if (!(all instanceof Answered<List<IntuneApp>>(var found))) {
            return causes.of(all);
        }
        var twins = found.stream().filter(task.version()::isTwin).toList();
        for (var twin : twins) {
            var deleted = apps.delete(task.tenant(), twin.id());
            if (!(deleted instanceof Answered<Boolean>)) {
                return causes.of(deleted);
            }
        }
        return new StepResult.Done();
    }

    /** Changes what it is, now that it is published. */
    StepResult change(PublishContext task, Changing stage, InstallPlan plan) {
        return causes.then(
                apps.change(task.tenant(), stage.app(), wanted(task, plan)),
                done -> new Next(task.at(new Categorizing(stage.app())).changed()));
    }

    private Win32App wanted(PublishContext task, InstallPlan plan) {
        var release = plan.release();
        var spec = plan.spec();
        return new Win32App(
                release.name(),
                release.version(),
                release.publisher(),
                release.description().isBlank() ? release.name() : release.description(),
                release.homepage(),
                "Published by Patchbay. Don't remove this ID: "
                        + task.version().mark().text(),
                icon(release.app()),
                plan.installer().fileName(),
                plan.installCommand(),
                plan.uninstallCommand(),
                InstallerSelection.graph(plan.installer().architecture()),
                plan.forUser(),
                plan.detection(),
                spec.returnCodes(),
                List.copyOf(spec.scopeTags().keySet()),
                spec.rollout().allowUninstall());
    }

    private @Nullable AppIcon icon(AppId app) {
        return icons.of(app)
                .map(picture -> new AppIcon(picture.contentType(), picture.content()))
                .orElse(null);
    }

    StepResult categorize(PublishContext task, Categorizing stage) {
        var wanted = List.copyOf(task.deployment().spec().categories().keySet());
        return causes.then(
                apps.categorize(task.tenant(), stage.app(), wanted),
                done -> new Next(task.at(new Relating(stage.app()))));
    }
}
