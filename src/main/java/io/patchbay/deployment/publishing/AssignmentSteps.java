package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.PublishStage.Assigning;
import io.patchbay.deployment.model.PublishStage.Superseding;
import io.patchbay.deployment.publishing.StepResult.Next;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.graph.GraphOutcome.Failed;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.microsoft.graph.SecurityGroups;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.microsoft.intune.IntuneAssignment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To whom the application goes, and that its forerunners go to nobody any more. */
@Component
class AssignmentSteps {

    private static final int ASKED_AT_ONCE = 15;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final IntuneApps apps;
    private final SecurityGroups groups;
    private final FailureTranslator causes;

    AssignmentSteps(IntuneApps apps, SecurityGroups groups, FailureTranslator causes) {
        this.apps = apps;
        this.groups = groups;
        this.causes = causes;
    }

    /** Assigns it as its forerunner is, by whomever, or else as the deployment says; leaves out groups that are gone. */
    StepResult assign(PublishContext task, Assigning stage) {
        var wanted = wanted(task);
        if (!(wanted instanceof Answered<List<? extends IntuneAssignment>>(var all))) {
            return causes.of(wanted);
        }
        var outcome = assign(task, stage, all);
        if (!mayBeMalformed(task, outcome)) {
            return assigned(task, stage, outcome, List.of());
        }
        var there = existing(task.tenant(), groups(all));
        if (there == null) {
            return causes.of(outcome);
        }
        var left = all.stream()
                .filter(one -> one.groupId() == null || there.contains(one.groupId()))
                .toList();
        return left.size() == all.size()
                ? causes.of(outcome)
                : assigned(task, stage, assign(task, stage, left), gone(task, there));
    }

    private GraphOutcome<Boolean> assign(
            PublishContext task, Assigning stage, List<? extends IntuneAssignment> assignments) {
        return apps.assign(task.tenant(), stage.app(), assignments, Boolean.TRUE.equals(stage.updates()));
    }

    /** Intune says of what is malformed that it is wrong itself (intune-in-the-field P10); once that may be chance. */
    private static boolean mayBeMalformed(PublishContext task, GraphOutcome<Boolean> outcome) {
        return failed(outcome, BAD_REQUEST)
                || (outcome instanceof GraphOutcome.Unavailable<Boolean> && task.attempts() > 0);
    }

    /** To whom it is to go: as its forerunner does, by whomever, or else as the deployment says. */
    GraphOutcome<List<? extends IntuneAssignment>> wanted(PublishContext task) {
        var from = task.progress().predecessor();
        if (from != null) {
            var forerunner = apps.find(task.tenant(), from);
            if (!(forerunner instanceof Answered<Optional<IntuneApp>>(var found))) {
                return forerunner.retyped();
            }
            if (found.isPresent() && found.get().assigned()) {
                return new Answered<>(found.get().assignments());
            }
        }
        return new Answered<>(task.deployment().spec().assignments().stream()
                .map(Assignment::asGraph)
                .toList());
    }

    private static boolean failed(GraphOutcome<?> outcome, int with) {
        return outcome instanceof Failed<?>(var status, var code, var message) && status == with;
    }

    private static Set<UUID> groups(List<? extends IntuneAssignment> assignments) {
        return assignments.stream()
                .map(IntuneAssignment::groupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Those of the groups that are still there; null where that cannot be asked. */
    private @Nullable Set<UUID> existing(UUID tenant, Set<UUID> wanted) {
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

    private StepResult assigned(
            PublishContext task, Assigning stage, GraphOutcome<Boolean> outcome, List<String> gone) {
        var next = task.at(new Superseding(stage.app()));
        return causes.then(
                outcome,
                done -> gone.isEmpty()
                        ? new Next(next)
                        : new StepResult.Noted(next, causes.text("groupsGone", String.join(", ", gone))));
    }

    /** Takes the others of the deployment from everybody, now that this one is assigned. */
    StepResult supersede(PublishContext task, List<DeployedVersion> others) {
        for (var other : others) {
            var app = other.app();
            if (app != null && !other.superseded()) {
                var outcome = apps.unassign(task.tenant(), app);
                if (!(outcome instanceof Answered<Boolean>) && !failed(outcome, NOT_FOUND)) {
                    return causes.of(outcome);
                }
            }
        }
        return new StepResult.Done();
    }
}
