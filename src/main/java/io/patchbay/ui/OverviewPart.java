package io.patchbay.ui;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a module has to say on the overview, already in the reader's words. */
public sealed interface OverviewPart {

    /**
     * Something that somebody should do.
     *
     * @param severity how much it matters; the most severe is shown first
     * @param title what it is about
     * @param text the next step
     * @param action where that is done
     */
    record Need(Banner.Severity severity, String title, String text, BannerAction action) implements OverviewPart {}

    /**
     * What is said where nobody needs to do anything.
     *
     * @param order its place in the line, lowest first
     */
    record Well(int order, String text) implements OverviewPart {}

    /**
     * A number of things.
     *
     * @param order its place, lowest first
     * @param href the list of those things, from the root of the portal
     * @param tone the tone that the style sheet knows, where there are any; empty for what is neither good nor bad
     */
    record Figure(int order, String label, long number, String href, String tone) implements OverviewPart {}

    /**
     * What happened last.
     *
     * @param order its place, lowest first
     * @param more the text of the link to all of it
     * @param href where that leads, from the root of the portal
     * @param entries a few, newest first; where there are none it is not shown
     */
    record Recent(int order, String title, String more, String href, List<Entry> entries) implements OverviewPart {

        /** Keeps its own copy. */
        public Recent {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One thing that happened.
     *
     * @param href where it can be read, from the root of the portal; null where there is no page of it
     * @param at when, null where that is still to come
     * @param mark a word that makes it stand out, null for none
     */
    record Entry(
            String text,
            @Nullable String detail,
            @Nullable String href,
            @Nullable Instant at,
            @Nullable String mark) {}

    /**
     * A step of the way from an empty company to one that works.
     *
     * @param order its place, lowest first
     * @param action where it is taken; null while one before it is missing
     */
    record SetupStep(
            int order,
            String label,
            String text,
            boolean done,
            @Nullable BannerAction action) implements OverviewPart {}
}
