package io.patchbay.deployment.web;

import io.patchbay.deployment.model.Assignment;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.platform.problem.InvalidRequestException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assignment as it stands in the form: {@code REQUIRED:GROUP:<group>:<filter>:<true or false>}. */
record AssignmentRow(
        Intent intent,
        Target target,
        @Nullable UUID group,
        @Nullable String filter,
        boolean excludes) {

    static AssignmentRow of(Assignment assignment) {
        return new AssignmentRow(
                assignment.intent(),
                assignment.target(),
                assignment.group(),
                assignment.filter(),
                assignment.filterExcludes());
    }

    static AssignmentRow parse(String text) {
        var parts = text.split(":", 5);
        try {
            var target = Target.valueOf(parts[1]);
            if (parts.length != 5 || target.ofGroup() == parts[2].isEmpty()) {
                throw new InvalidRequestException("problem.parameter", "rows");
            }
            return new AssignmentRow(
                    Intent.valueOf(parts[0]),
                    target,
                    parts[2].isEmpty() ? null : UUID.fromString(parts[2]),
                    parts[3].isEmpty() ? null : UUID.fromString(parts[3]).toString(),
                    Boolean.parseBoolean(parts[4]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidRequestException("problem.parameter", "rows");
        }
    }

    /** By which it comes back. */
    String text() {
        return String.join(
                ":",
                intent.name(),
                target.name(),
                group == null ? "" : group.toString(),
                filter == null ? "" : filter,
                String.valueOf(excludes));
    }

    /** Whom it concerns, whatever is to happen there. */
    String whom() {
        return (target == Target.EXCLUDED_GROUP ? Target.GROUP : target) + "/" + group;
    }
}
