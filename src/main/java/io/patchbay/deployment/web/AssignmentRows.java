package io.patchbay.deployment.web;

import io.patchbay.deployment.assignment.AssignmentRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a form for assignments, which are added and removed without anything being stored. */
final class AssignmentRows {

    static final int AT_MOST = 50;

    private AssignmentRows() {}

    /**
     * A row as the page shows it.
     *
     * @param number counts from 1
     * @param problem what is wrong with it; null where nothing is
     */
    public record ShownRow(
            int number, AssignmentRow row, @Nullable String problem) {}

    static List<ShownRow> shown(List<AssignmentRow> rows, Map<Integer, String> problems) {
        return IntStream.range(0, rows.size())
                .mapToObj(place -> new ShownRow(place + 1, rows.get(place), problems.get(place)))
                .toList();
    }

    /** The rows with one more, or as they are where there are too many. */
    static List<AssignmentRow> added(List<AssignmentRow> rows) {
        var more = new ArrayList<>(rows);
        if (rows.size() < AT_MOST) {
            more.add(AssignmentRow.EMPTY);
        }
        return more;
    }

    /** Whether the button that was pressed removes a row. */
    static boolean removes(String action) {
        return action.matches("remove\\d{1,3}");
    }

    /** The rows without the one that the button stands beside. */
    static List<AssignmentRow> without(List<AssignmentRow> rows, String action) {
        var fewer = new ArrayList<>(rows);
        var place = Integer.parseInt(action.substring("remove".length()));
        if (place < fewer.size()) {
            fewer.remove(place);
        }
        return fewer;
    }

    /** The number of the first row with a problem; 0 for none. */
    static int firstWrong(Map<Integer, String> problems) {
        return problems.keySet().stream()
                .min(Integer::compare)
                .map(place -> place + 1)
                .orElse(0);
    }
}
