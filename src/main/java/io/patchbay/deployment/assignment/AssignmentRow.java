package io.patchbay.deployment.assignment;

import io.patchbay.deployment.model.Assignment;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import org.jspecify.annotations.Nullable;

/**
 * A row of the form that says to whom a deployment goes.
 *
 * @param group what stands in the field for the group; counts only where the target is one
 * @param filter an assignment filter, null for none: its identifier, or its name where several tenants are meant
 */
public record AssignmentRow(
        Intent intent,
        Target target,
        String group,
        @Nullable String filter,
        boolean excludes) {

    /** A row that is to be filled in. */
    public static final AssignmentRow EMPTY = new AssignmentRow(Intent.REQUIRED, Target.GROUP, "", null, false);

    /** Excluding a group takes no filter. */
    public AssignmentRow {
        filter = filter == null || filter.isBlank() || target == Target.EXCLUDED_GROUP ? null : filter;
    }

    /** The row of an assignment. */
    public static AssignmentRow of(Assignment assignment) {
        return new AssignmentRow(
                assignment.intent(),
                assignment.target(),
                assignment.groupName() != null
                        ? assignment.groupName()
                        : assignment.group() == null ? "" : assignment.group().toString(),
                assignment.filter(),
                assignment.filterExcludes());
    }

    /** The same with another filter. */
    public AssignmentRow filtered(@Nullable String other) {
        return new AssignmentRow(intent, target, group, other, excludes);
    }

    /** Whether nobody has touched it, so that nothing is lost where it is left out. */
    public boolean untouched() {
        return group.isEmpty() && target == Target.GROUP && intent == Intent.REQUIRED && filter == null;
    }

    /** Whether a group is to be named. */
    boolean ofGroup() {
        return target.ofGroup();
    }
}
