package io.patchbay.deployment.web;

import io.patchbay.deployment.assignment.AssignmentRow;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.platform.problem.InvalidRequestException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Step 3 of the wizard: the fields of all rows, each list in the order of the rows.
 *
 * @param group what stands in the fields for groups, and last an empty text: with it there are always several, so that a name
 *     with a comma in it stays one
 * @param filter identifiers of assignment filters or empty texts, and last an empty text too
 * @param action {@code save}, {@code add}, or {@code remove} and the place of a row
 */
public record AssignmentsForm(
        @Nullable List<Intent> intent,
        @Nullable List<Target> target,
        @Nullable List<String> group,
        @Nullable List<String> filter,
        @Nullable List<FilterMode> filterMode,
        @Nullable String action,
        @Nullable Integer change) {

    public enum FilterMode {
        INCLUDE,
        EXCLUDE
    }

    public AssignmentsForm {
        intent = intent == null ? List.of() : intent;
        target = target == null ? List.of() : target;
        group = group == null ? List.of() : group;
        filter = filter == null ? List.of() : filter;
        filterMode = filterMode == null ? List.of() : filterMode;
        action = action == null ? "save" : action;
    }

    /** The rows, each filter by its identifier. */
    List<AssignmentRow> rows() {
        return rowsByName().stream()
                .map(row -> row.filtered(row.filter() == null ? null : filter(row.filter())))
                .toList();
    }

    /** The rows, each filter by its name: several tenants know it by that. */
    List<AssignmentRow> rowsByName() {
        int rows = size(intent);
        if (rows == 0 && size(target) == 0 && size(filterMode) == 0 && blank(group) && blank(filter)) {
            return List.of();
        }
        if (size(target) != rows
                || size(filterMode) != rows
                || size(filter) != rows + 1
                || size(group) != rows + 1
                || !group(rows).isEmpty()) {
            throw new InvalidRequestException("problem.parameter", "group");
        }
        return IntStream.range(0, rows).mapToObj(this::row).toList();
    }

    private AssignmentRow row(int place) {
        if (intent == null || target == null || filter == null || filterMode == null) {
            throw new InvalidRequestException("problem.parameter", "group");
        }
        return new AssignmentRow(
                intent.get(place),
                target.get(place),
                group(place),
                filter.get(place),
                filterMode.get(place) == FilterMode.EXCLUDE);
    }

    private String group(int place) {
        return group == null ? "" : group.get(place).strip();
    }

    private static @Nullable String filter(String id) {
        try {
            return id.isBlank() ? null : UUID.fromString(id).toString();
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("problem.parameter", "filter");
        }
    }

    /** One empty text alone arrives as no text at all. */
    private static boolean blank(@Nullable List<String> texts) {
        return texts == null || texts.stream().allMatch(String::isBlank);
    }

    private static int size(@Nullable List<?> values) {
        return values == null ? 0 : values.size();
    }
}
