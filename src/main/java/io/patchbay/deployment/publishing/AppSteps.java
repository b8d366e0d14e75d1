package io.patchbay.deployment.publishing;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.CatalogIcons;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.Causes;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.graph.GraphOutcome.Failed;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.microsoft.graph.SecurityGroups;
import io.patchbay.microsoft.intune.AppAssignment;
import io.patchbay.microsoft.intune.AppIcon;
import io.patchbay.microsoft.intune.GivenAssignment;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.microsoft.intune.Win32App;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The application in Intune that carries the content: made or changed, put into categories, assigned. */
@Component
class AppSteps {

    private static final int ASKED_AT_ONCE = 15;
    private static final int BAD_REQUEST = 400;

    private final IntuneApps apps;
    private final SecurityGroups groups;
    private final CatalogIcons icons;
    private final Causes causes;

    AppSteps(IntuneApps apps, SecurityGroups groups, CatalogIcons icons, Causes causes) {
        this.apps = apps;
        this.groups = groups;
        this.icons = icons;
        this.causes = causes;
    }

    /** Makes the application, unless a step that was interrupted made it: then its mark is found on one. */
    StepResult create(PublishContext task, InstallPlan plan) {
        var work = task.work();
        var wanted = app(task, plan);
        if (work.app() != null) {
            var changed = apps.change(task.tenant(), work.app(), wanted);
            return changed instanceof Answered<Boolean> ? new Next(work.next()) : causes.of(changed);
        }
        if (!work.begun()) {
            return new Next(work.asBegun());
        }
        return made(task, wanted);
    }

    private StepResult made(PublishContext task, Win32App wanted) {
        if (!task.fresh()) {
            var found = marked(task);
            if (!(found instanceof Answered<Optional<String>>(var app))) {
                return causes.of(found);
            }
            if (app.isPresent()) {
                return new Next(task.work().withApp(app.get()).next());
            }
        }
        var created = apps.create(task.tenant(), wanted);
        return created instanceof Answered<String>(var id)
                ? new Next(task.work().withApp(id).next())
                : causes.of(created);
    }

    /** The application that bears the version's mark. */
    GraphOutcome<Optional<String>> marked(PublishContext task) {
        var all = apps.all(task.tenant());
        return all instanceof Answered<List<IntuneApp>>(var found)
                ? new Answered<>(found.stream()
                        .filter(app -> app.marked(task.version().mark()))
                        .map(IntuneApp::id)
                        .findFirst())
                : all.retyped();
    }

    private Win32App app(PublishContext task, InstallPlan plan) {
        var release = plan.release();
        var spec = plan.spec();
        return new Win32App(
                release.name(),
                release.version(),
                release.publisher(),
                release.description().isBlank() ? release.name() : release.description(),
                release.homepage(),
                "Published by Patchbay. Don't remove this ID: " + task.version().mark(),
                icon(release.app()),
                plan.installer().fileName(),
                plan.installCommand(),
                plan.uninstallCommand(),
                Installers.graph(plan.installer().architecture()),
                plan.forUser(),
                plan.detection(),
                spec.returnCodes(),
                List.copyOf(spec.scopeTags().keySet()));
    }

    private @Nullable AppIcon icon(AppId app) {
        return icons.of(app)
                .map(picture -> new AppIcon(picture.contentType(), picture.content()))
                .orElse(null);
    }

    StepResult categorize(PublishContext task) {
        var wanted = List.copyOf(task.deployment().spec().categories().keySet());
        var outcome = apps.categorize(task.tenant(), task.work().appId(), wanted);
        return outcome instanceof Answered<Boolean> ? new Next(task.work().next()) : causes.of(outcome);
    }

    /** Assigns it as its forerunner is, by whomever, or else as the deployment says. */
    StepResult assign(PublishContext task) {
        var from = task.work().copyFrom();
        if (from != null) {
            var forerunner = apps.find(task.tenant(), from);
            if (!(forerunner instanceof Answered<Optional<IntuneApp>>(var found))) {
                return causes.of(forerunner);
            }
            if (found.isPresent() && found.get().assigned()) {
                return assignAsGiven(task, found.get().assignments());
            }
        }
        return assignAsWanted(task);
    }

    private StepResult assignAsWanted(PublishContext task) {
        var wanted = task.deployment().spec().assignments().stream()
                .map(Assignment::asGraph)
                .toList();
        var outcome = apps.assign(task.tenant(), task.work().appId(), wanted);
        if (!refused(outcome)) {
            return assigned(task, outcome, List.of());
        }
        var there = existing(task.tenant(), ids(wanted.stream().map(AppAssignment::group)));
        if (there == null) {
            return causes.of(outcome);
        }
        var left = wanted.stream()
                .filter(one -> one.group() == null || there.contains(one.group()))
                .toList();
        return left.size() == wanted.size()
                ? causes.of(outcome)
                : assigned(task, apps.assign(task.tenant(), task.work().appId(), left), gone(task, there));
    }

    private StepResult assignAsGiven(PublishContext task, List<GivenAssignment> given) {
        var outcome = apps.assignAsGiven(task.tenant(), task.work().appId(), given);
        if (!refused(outcome)) {
            return assigned(task, outcome, List.of());
        }
        var all = ids(given.stream().map(one -> one.group() == null ? null : UUID.fromString(one.group())));
        var there = existing(task.tenant(), all);
        if (there == null) {
            return causes.of(outcome);
        }
        var left = given.stream()
                .filter(one -> one.group() == null || there.contains(UUID.fromString(one.group())))
                .toList();
        return left.size() == given.size()
                ? causes.of(outcome)
                : assigned(task, apps.assignAsGiven(task.tenant(), task.work().appId(), left), gone(task, there));
    }

    private static boolean refused(GraphOutcome<?> outcome) {
        return outcome instanceof Failed<?>(var status, var code, var message) && status == BAD_REQUEST;
    }

    private static Set<UUID> ids(Stream<@Nullable UUID> groups) {
        return groups.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Those of the groups that are still there; null where that cannot be asked. */
    private @Nullable Set<UUID> existing(UUID tenant, Collection<UUID> wanted) {
        var there = new HashSet<UUID>();
        var rest = new ArrayList<>(wanted);
        while (!rest.isEmpty()) {
            var some = rest.subList(0, Math.min(ASKED_AT_ONCE, rest.size()));
            if (!(groups.existing(tenant, some) instanceof Answered<List<SecurityGroup>>(var found))) {
                return null;
            }
            found.forEach(group -> there.add(group.id()));
            some.clear();
        }
        return there;
    }

    private static List<String> gone(PublishContext task, Set<UUID> there) {
        return task.deployment().spec().assignments().stream()
                .filter(one -> one.group() != null && !there.contains(one.group()))
                .map(one -> Objects.requireNonNullElse(one.groupName(), String.valueOf(one.group())))
                .distinct()
                .toList();
    }

    private StepResult assigned(PublishContext task, GraphOutcome<Boolean> outcome, List<String> gone) {
        if (!(outcome instanceof Answered<Boolean>)) {
            return causes.of(outcome);
        }
        return gone.isEmpty()
                ? new Next(task.work().next())
                : new StepResult.Noted(task.work().next(), causes.text("groupsGone", String.join(", ", gone)));
    }

    /** Takes the others of the deployment from everybody, now that this one is assigned. */
    StepResult supersede(PublishContext task, List<DeployedVersion> others) {
        for (var other : others) {
            var app = other.work().app();
            if (app != null) {
                var outcome = apps.assign(task.tenant(), app, List.of());
                if (!(outcome instanceof Answered<Boolean>) && !gone(outcome)) {
                    return causes.of(outcome);
                }
            }
        }
        return new StepResult.Done(task.work());
    }

    private static boolean gone(GraphOutcome<?> outcome) {
        return outcome instanceof Failed<?>(var status, var code, var message) && status == 404;
    }
}
