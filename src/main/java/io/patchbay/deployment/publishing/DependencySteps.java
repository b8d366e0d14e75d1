package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.AppMark;
import io.patchbay.deployment.publishing.AppNeeds.Readiness;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.graph.GraphOutcome.Failed;
import io.patchbay.microsoft.intune.AppRelation;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * That Intune installs what an application requires before it. Dependencies on applications that Patchbay did not publish
 * belong to whoever made them, and stay.
 */
@Component
class DependencySteps {

    private static final int NOT_FOUND = 404;

    private final IntuneApps apps;
    private final FailureTranslator causes;

    DependencySteps(IntuneApps apps, FailureTranslator causes) {
        this.apps = apps;
        this.causes = causes;
    }

    /** What keeps the application from being related to all that it requires; empty where nothing does. */
    Optional<StepResult> hindrance(PublishContext task) {
        var coming = task.needs().names(Readiness.COMING);
        if (!coming.isEmpty()) {
            var cause = causes.text("dependency.coming", String.join(", ", coming));
            return Optional.of(new StepResult.Wait(task.progress(), cause));
        }
        var failed = task.needs().names(Readiness.FAILED);
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(causes.retry("dependency.failed", String.join(", ", failed)));
    }

    /** What people should know of what it requires; empty where it has all. */
    Optional<String> remark(PublishContext task) {
        var absent = task.needs().names(Readiness.ABSENT);
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of(causes.text("dependency.absent", String.join(", ", absent)));
    }

    /** The dependencies that the application is to have, where it has these relations now. */
    GraphOutcome<List<AppRelation>> wanted(PublishContext task, List<AppRelation> relations) {
        var required = task.needs().ready();
        var wanted = new ArrayList<AppRelation>();
        for (var relation : relations) {
            if (relation.dependency() && !required.contains(relation.other())) {
                var ours = ours(task.tenant(), relation.other());
                if (!(ours instanceof Answered<Boolean>(var published))) {
                    return ours.retyped();
                }
                if (!published) {
                    wanted.add(relation);
                }
            }
        }
        required.forEach(app -> wanted.add(AppRelation.needs(app)));
        return new Answered<>(wanted);
    }

    private GraphOutcome<Boolean> ours(UUID tenant, String app) {
        var found = apps.find(tenant, app);
        return found instanceof Answered<Optional<IntuneApp>>(var there)
                ? new Answered<>(there.filter(AppMark::onAny).isPresent())
                : found.retyped();
    }

    /** Has those that require one of the older applications require this one: first of all, so that none is in between. */
    GraphOutcome<Boolean> move(PublishContext task, String app, List<String> older) {
        var known = Set.copyOf(task.needs().dependents());
        var found = new LinkedHashSet<>(known);
        for (var old : older) {
            var relations = relations(task.tenant(), old);
            if (!(relations instanceof Answered<List<AppRelation>>(var all))) {
                return relations.retyped();
            }
            all.stream()
                    .filter(one -> one.kind() == AppRelation.Kind.DEPENDENCY && !one.towards())
                    .forEach(one -> found.add(one.other()));
        }
        found.remove(app);
        for (var dependent : found) {
            var ours = known.contains(dependent) ? new Answered<>(true) : ours(task.tenant(), dependent);
            var moved = ours instanceof Answered<Boolean>(var published) && published
                    ? move(task.tenant(), dependent, app, older)
                    : ours;
            if (!(moved instanceof Answered<Boolean>)) {
                return moved;
            }
        }
        return new Answered<>(true);
    }

    private GraphOutcome<Boolean> move(UUID tenant, String dependent, String app, List<String> older) {
        var relations = relations(tenant, dependent);
        if (!(relations instanceof Answered<List<AppRelation>>(var all))) {
            return relations.retyped();
        }
        var others =
                all.stream().filter(one -> one.towards() && !one.other().equals(app) && !older.contains(one.other()));
        return replace(
                tenant,
                dependent,
                all,
                Stream.concat(others, Stream.of(AppRelation.needs(app))).toList());
    }

    /** Those of an application; none where Intune does not know it any more. */
    private GraphOutcome<List<AppRelation>> relations(UUID tenant, String app) {
        var relations = apps.relations(tenant, app);
        return relations instanceof Failed<?>(var status, var code, var message) && status == NOT_FOUND
                ? new Answered<>(List.of())
                : relations;
    }

    /** Gives an application other relations, where they are others. */
    GraphOutcome<Boolean> replace(UUID tenant, String app, List<AppRelation> before, List<AppRelation> wanted) {
        var now = Set.copyOf(before.stream().filter(AppRelation::towards).toList());
        return now.equals(Set.copyOf(wanted)) ? new Answered<>(true) : apps.relate(tenant, app, wanted);
    }

    /** What comes of a refusal to relate them. */
    StepResult.Failure refused(GraphOutcome<Boolean> outcome, List<AppRelation> wanted) {
        var failure = causes.of(outcome);
        return failure instanceof StepResult.Fail
                        && !wanted.isEmpty()
                        && outcome instanceof Failed<Boolean>(var status, var code, var message)
                ? new StepResult.Fail(causes.text("dependency.refused", message))
                : failure;
    }
}
