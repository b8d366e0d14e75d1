package io.patchbay.ui.overview;

import io.patchbay.ui.OverviewPart;
import io.patchbay.ui.OverviewPart.Figure;
import io.patchbay.ui.OverviewPart.Need;
import io.patchbay.ui.OverviewPart.Recent;
import io.patchbay.ui.OverviewPart.SetupStep;
import io.patchbay.ui.OverviewPart.Well;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The overview, decided.
 *
 * @param steps the checklist; empty where all of it is done or it was put away
 * @param needs what somebody should do, most severe first
 * @param hidden how many of those there are besides
 * @param calm what is said where there is nothing to do; empty where there is, or nothing is there yet
 */
public record OverviewPage(
        List<SetupStep> steps, List<Need> needs, int hidden, String calm, List<Figure> figures, List<Recent> recent) {

    private static final int NEEDS_AT_MOST = 8;

    static OverviewPage of(List<OverviewPart> parts, boolean checklistDismissed) {
        var needs = only(parts, Need.class, Comparator.comparing(Need::severity).reversed());
        var steps = only(parts, SetupStep.class, Comparator.comparingInt(SetupStep::order));
        return new OverviewPage(
                checklistDismissed || steps.stream().allMatch(SetupStep::done) ? List.of() : steps,
                needs.stream().limit(NEEDS_AT_MOST).toList(),
                Math.max(0, needs.size() - NEEDS_AT_MOST),
                needs.isEmpty() ? said(parts) : "",
                only(parts, Figure.class, Comparator.comparingInt(Figure::order)),
                only(parts, Recent.class, Comparator.comparingInt(Recent::order)).stream()
                        .filter(recent -> !recent.entries().isEmpty())
                        .toList());
    }

    private static String said(List<OverviewPart> parts) {
        return only(parts, Well.class, Comparator.comparingInt(Well::order)).stream()
                .map(Well::text)
                .collect(Collectors.joining(" "));
    }

    private static <P extends OverviewPart> List<P> only(List<OverviewPart> parts, Class<P> kind, Comparator<P> order) {
        return parts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(order)
                .toList();
    }

    /** How many steps of the checklist are done. */
    public long done() {
        return steps.stream().filter(SetupStep::done).count();
    }
}
