package io.patchbay.ui;

import java.util.List;

/** Supplies what stands on the overview; implemented as a bean by modules that have something to say there. */
@FunctionalInterface
public interface OverviewSource {

    /** What the current visitor sees of it; asked once for each overview, inside its transaction. */
    List<OverviewPart> parts();
}
