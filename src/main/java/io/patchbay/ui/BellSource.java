package io.patchbay.ui;

import java.util.Optional;

/** Supplies the bell of the top bar; implemented as a bean by the module that has an inbox. */
@FunctionalInterface
public interface BellSource {

    /** The current visitor's bell; empty where there is nothing that could ring. */
    Optional<Bell> bell();
}
