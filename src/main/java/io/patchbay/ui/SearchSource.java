package io.patchbay.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds things of one kind for the search of the top bar; implemented as a bean by modules that have such things. */
public interface SearchSource {

    /** As many of one kind as are shown. */
    int SHOWN = 5;

    /** The place of its kind among the others, lowest first. */
    int order();

    /** Message key of what its things are called. */
    String label();

    /** The best {@value #SHOWN} things that the current visitor may see and that a text of at least one letter speaks of. */
    List<SearchHit> find(String text);

    /**
     * Something that was found.
     *
     * @param href its page, from the root of the portal
     */
    record SearchHit(String title, @Nullable String detail, String href) {}
}
