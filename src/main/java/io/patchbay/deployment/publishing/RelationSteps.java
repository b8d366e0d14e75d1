package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.model.PublishStage.Assigning;
import io.patchbay.deployment.model.PublishStage.Relating;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.graph.GraphOutcome.Failed;
import io.patchbay.microsoft.intune.AppRelation;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.microsoft.intune.IntuneAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * That a version requires what its deployment requires, is required in the place of those before it, and supersedes them, so
 * that people who installed one of them themselves get the new one too. Only the latest supersedes: those before it lose that,
 * so that each can leave Intune on its own. Intune replaces all relations of an application at once.
 */
@Component
class RelationSteps {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final IntuneApps apps;
    private final AssignmentSteps assignments;
    private final DependencySteps dependencies;
    private final FailureTranslator causes;

    RelationSteps(
            IntuneApps apps, AssignmentSteps assignments, DependencySteps dependencies, FailureTranslator causes) {
        this.apps = apps;
        this.assignments = assignments;
        this.dependencies = dependencies;
        this.causes = causes;
    }

    /** Has those that require one of the other versions require the new application. */
    GraphOutcome<Boolean> moveDependents(PublishContext task, String app, List<DeployedVersion> others) {
        return apps.relating(task.tenant(), () -> dependencies.move(task, app, apps(others)));
    }

    private static List<String> apps(List<DeployedVersion> others) {
        return others.stream()
                .map(DeployedVersion::app)
                .filter(Objects::nonNull)
                .toList();
    }

    StepResult relate(PublishContext task, Relating stage, List<DeployedVersion> others) {
        var older = apps(others);
        if (older.isEmpty() && task.needs().none() && task.version().reason() != PublishReason.UPDATED) {
            return assigning(task, stage, false);
        }
        var hindrance = dependencies.hindrance(task);
        return hindrance.isPresent()
                ? hindrance.get()
                : apps.relating(task.tenant(), () -> relateAlone(task, stage, older));
    }

    private StepResult relateAlone(PublishContext task, Relating stage, List<String> older) {
        var moved = dependencies.move(task, stage.app(), older);
        if (!(moved instanceof Answered<Boolean>)) {
            return dependencies.refused(moved, List.of(AppRelation.needs(stage.app())));
        }
        var superseding = superseding(task, older);
        return superseding instanceof Answered<Boolean>(var wanted)
                ? causes.then(
                        apps.relations(task.tenant(), stage.app()),
                        relations -> relate(task, stage, wanted ? older : List.of(), relations))
                : causes.of(superseding);
    }

    private GraphOutcome<Boolean> superseding(PublishContext task, List<String> older) {
        if (older.isEmpty() || !task.deployment().spec().rollout().supersede()) {
            return new Answered<>(false);
        }
        var wanted = assignments.wanted(task);
        return wanted instanceof Answered<List<? extends IntuneAssignment>>(var all)
                ? new Answered<>(all.stream().anyMatch(IntuneAssignment::available))
                : wanted.retyped();
    }

    private StepResult relate(
            PublishContext task, Relating stage, List<String> superseded, List<AppRelation> relations) {
        var needed = dependencies.wanted(task, relations);
        return needed instanceof Answered<List<AppRelation>>(var wanted)
                ? relate(task, stage, superseded, relations, wanted)
                : causes.of(needed);
    }

    private StepResult relate(
            PublishContext task,
            Relating stage,
            List<String> superseded,
            List<AppRelation> relations,
            List<AppRelation> needed) {
        var there = new ArrayList<String>();
        for (var app : superseded) {
            var freed = free(task, app);
            if (freed instanceof Answered<Boolean>) {
                there.add(app);
            } else if (!failed(freed, NOT_FOUND)) {
                return causes.of(freed);
            }
        }
        var outcome = dependencies.replace(task.tenant(), stage.app(), relations, with(needed, there));
        if (outcome instanceof Answered<Boolean>) {
            return assigning(task, stage, !there.isEmpty());
        }
        return !there.isEmpty() && failed(outcome, BAD_REQUEST)
                ? withoutSupersedence(task, stage, relations, needed)
                : dependencies.refused(outcome, needed);
    }

    /** What it requires counts, even where Intune does not accept that it supersedes the others. */
    private StepResult withoutSupersedence(
            PublishContext task, Relating stage, List<AppRelation> relations, List<AppRelation> needed) {
        var outcome = dependencies.replace(task.tenant(), stage.app(), relations, needed);
        return outcome instanceof Answered<Boolean>
                ? assigning(task, stage, false, Stream.of(causes.text("notSuperseding")))
                : dependencies.refused(outcome, needed);
    }

    private StepResult assigning(PublishContext task, Relating stage, boolean updates) {
        return assigning(task, stage, updates, Stream.empty());
    }

    private StepResult assigning(PublishContext task, Relating stage, boolean updates, Stream<String> remarks) {
        var next = task.at(new Assigning(stage.app(), updates));
        var told = Stream.concat(dependencies.remark(task).stream(), remarks).collect(Collectors.joining(" "));
        return told.isEmpty() ? new Next(next) : new StepResult.Noted(next, told);
    }

    /** The newest of them, as many as can hang together. */
    private static List<AppRelation> with(List<AppRelation> needed, List<String> older) {
        return Stream.concat(
                        needed.stream(),
                        older.stream()
                                .limit(AppRelation.SUPERSEDENCE_AT_MOST - 1)
                                .map(AppRelation::updates))
                .toList();
    }

    private GraphOutcome<Boolean> free(PublishContext task, String app) {
        var relations = apps.relations(task.tenant(), app);
        return relations instanceof Answered<List<AppRelation>>(var found)
                ? dependencies.replace(
                        task.tenant(),
                        app,
                        found,
                        found.stream().filter(AppRelation::dependency).toList())
                : relations.retyped();
    }

    private static boolean failed(GraphOutcome<?> outcome, int with) {
        return outcome instanceof Failed<?>(var status, var code, var message) && status == with;
    }
}
