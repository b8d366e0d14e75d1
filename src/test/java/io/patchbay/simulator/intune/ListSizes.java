package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;

/** How large lists of applications may be (P11). Safe for many threads. */
@SimulatorComponent
public final class ListSizes {
    private static final int PAGE = 100;
    private static final int LARGE = 500;

    private int page = PAGE;
    private int large = LARGE;

    synchronized void reset() {
        page = PAGE;
        large = LARGE;
    }

    /** How many are on a page with assignments at most, and on one without {@code $top}. */
    public synchronized void page(int size) {
        page = size;
    }

    public synchronized int page() {
        return page;
    }

    /** With more applications than that an expanded list without {@code $top} is answered with 504. */
    public synchronized void large(int size) {
        large = size;
    }

    public synchronized int large() {
        return large;
    }
}
