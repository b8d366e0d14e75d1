package io.patchbay.deployment.publishing;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.CatalogIcons;
import io.patchbay.deployment.model.PublishStage.Assigning;
import io.patchbay.deployment.model.PublishStage.Categorizing;
import io.patchbay.deployment.model.PublishStage.Creating;
import io.patchbay.deployment.model.PublishStage.OpeningContent;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.AppIcon;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.microsoft.intune.Win32App;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The application in Intune that carries the content: made or changed, and put into categories. */
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
            return causes.then(apps.change(task.tenant(), app, wanted(task, plan)), done -> created(task, stage, app));
        }
        if (!stage.begun()) {
            return new Next(task.at(new Creating(null, stage.content(), true)));
        }
        if (task.fresh()) {
            return make(task, stage, plan);
        }
        return causes.then(
                marked(task), found -> found.isPresent() ? created(task, stage, found.get()) : make(task, stage, plan));
    }

    private StepResult make(PublishContext task, Creating stage, InstallPlan plan) {
        return causes.then(apps.create(task.tenant(), wanted(task, plan)), id -> created(task, stage, id));
    }

    private static StepResult created(PublishContext task, Creating stage, String app) {
        return new Next(task.at(new OpeningContent(app, stage.content())));
    }

    /** The application that bears the version's mark. */
    private GraphOutcome<Optional<String>> marked(PublishContext task) {
        var all = apps.all(task.tenant());
        return all instanceof Answered<List<IntuneApp>>(var found)
                ? new Answered<>(found.stream()
                        .filter(task.version().mark()::on)
                        .map(IntuneApp::id)
                        .findFirst())
                : all.retyped();
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
                plan.installer().setupFile(),
                plan.installCommand(),
                plan.uninstallCommand(),
                InstallerSelection.graph(plan.installer()),
                plan.minimumWindows(),
                plan.forUser(),
                plan.detection(),
                plan.returnCodes(),
                List.copyOf(spec.scopeTags().keySet()));
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
                done -> new Next(task.at(new Assigning(stage.app()))));
    }
}
