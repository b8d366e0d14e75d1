package io.patchbay.deployment.web;

import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Step 3 of the wizard.
 *
 * @param rows what is in the list, see {@link AssignmentRow}
 * @param action {@code save}, {@code add}, {@code search}, or {@code remove} and the place of a row
 */
record AssignmentsForm(
        @Nullable List<String> rows,
        @Nullable Intent intent,
        @Nullable Target target,
        @Nullable UUID group,
        @Nullable String filter,
        @Nullable FilterMode filterMode,
        @Nullable String q,
        @Nullable String action,
        @Nullable Integer change) {

    enum FilterMode {
        INCLUDE,
        EXCLUDE
    }

    AssignmentsForm {
        rows = rows == null ? List.of() : rows;
        q = q == null ? "" : q.strip();
        action = action == null ? "save" : action;
    }

    List<AssignmentRow> list() {
        return rows == null
                ? List.of()
                : rows.stream().map(AssignmentRow::parse).toList();
    }

    AssignmentRow added() {
        return new AssignmentRow(
                intent == null ? Intent.REQUIRED : intent,
                target == null ? Target.GROUP : target,
                target == null || target.ofGroup() ? group : null,
                filter == null || filter.isBlank() || target == Target.EXCLUDED_GROUP ? null : filter,
                filterMode == FilterMode.EXCLUDE);
    }
}
