package io.patchbay.ui;

import java.util.List;

/** Supplies tabs for a page of another module; asked only by pages that have tabs. */
public interface TabSource {

    /** The page, by the key of its navigation entry. */
    String page();

    /** The tabs for the current visitor, after the page's own. */
    List<Tab> tabs();
}
