package io.patchbay.ui;

import java.util.List;

/** Supplies entries of the left navigation; implemented as a bean by each module that has pages. */
@FunctionalInterface
public interface NavigationSource {

    /** The entries the current visitor may see; asked once for each page. */
    List<NavigationEntry> entries();
}
