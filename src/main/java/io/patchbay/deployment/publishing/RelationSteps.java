package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.PublishStage.Assigning;
import io.patchbay.deployment.model.PublishStage.Relating;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.graph.GraphOutcome.Failed;
import io.patchbay.microsoft.intune.AppRelation;
import io.patchbay.microsoft.intune.AppRelation.Kind;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.microsoft.intune.IntuneAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * That a version supersedes those before it, so that people who installed one of them themselves get the new one too. Only
 * the latest has relations: those before it lose theirs, so that each can leave Intune on its own.
 */
@Component
class RelationSteps {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final IntuneApps apps;
    private final AssignmentSteps assignments;
    private final FailureTranslator causes;

    RelationSteps(IntuneApps apps, AssignmentSteps assignments, FailureTranslator causes) {
        this.apps = apps;
        this.assignments = assignments;
        this.causes = causes;
    }

    StepResult relate(PublishContext task, Relating stage, List<DeployedVersion> others) {
        var older = others.stream()
                .map(DeployedVersion::app)
                .filter(Objects::nonNull)
                .toList();
        if (older.isEmpty()) {
            return assigning(task, stage, false);
        }
        var wanted = assignments.wanted(task);
        if (!(wanted instanceof Answered<List<? extends IntuneAssignment>>(var all))) {
            return causes.of(wanted);
        }
        var superseding =
                task.deployment().spec().rollout().supersede() && all.stream().anyMatch(IntuneAssignment::available);
        return causes.then(
                apps.relations(task.tenant(), stage.app()),
                relations -> superseding ? supersede(task, stage, older, relations) : cut(task, stage, relations));
    }

    private static StepResult assigning(PublishContext task, Relating stage, boolean updates) {
        return new Next(task.at(new Assigning(stage.app(), updates)));
    }

    private StepResult cut(PublishContext task, Relating stage, List<AppRelation> relations) {
        return relations.stream().anyMatch(RelationSteps::supersedes)
                ? causes.then(
                        apps.relate(task.tenant(), stage.app(), needed(relations)),
                        done -> assigning(task, stage, false))
                : assigning(task, stage, false);
    }

    private static boolean supersedes(AppRelation relation) {
        return relation.towards() && relation.kind() == Kind.SUPERSEDENCE;
    }

    private static List<AppRelation> needed(List<AppRelation> relations) {
        return relations.stream()
                .filter(relation -> relation.towards() && relation.kind() == Kind.DEPENDENCY)
                .toList();
    }

    private StepResult supersede(PublishContext task, Relating stage, List<String> older, List<AppRelation> relations) {
        var there = new ArrayList<String>();
        for (var app : older) {
            var freed = free(task, app);
            if (freed instanceof Answered<Boolean>) {
                there.add(app);
            } else if (!failed(freed, NOT_FOUND)) {
                return causes.of(freed);
            }
        }
        if (there.isEmpty()) {
            return assigning(task, stage, false);
        }
        var outcome = apps.relate(task.tenant(), stage.app(), with(needed(relations), there));
        return failed(outcome, BAD_REQUEST)
                ? new StepResult.Noted(task.at(new Assigning(stage.app(), false)), causes.text("notSuperseding"))
                : causes.then(outcome, done -> assigning(task, stage, true));
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
        if (!(relations instanceof Answered<List<AppRelation>>(var found))) {
            return relations.retyped();
        }
        return found.stream().anyMatch(RelationSteps::supersedes)
                ? apps.relate(task.tenant(), app, needed(found))
                : new Answered<>(true);
    }

    private static boolean failed(GraphOutcome<?> outcome, int with) {
        return outcome instanceof Failed<?>(var status, var code, var message) && status == with;
    }
}
