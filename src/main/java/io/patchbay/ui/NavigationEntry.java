package io.patchbay.ui;

import org.jspecify.annotations.Nullable;

/**
 * One link of the left navigation.
 *
 * @param key what a page gives the layout as {@code active} to have this entry marked
 * @param label message key of the text
 * @param href where it leads, from the root of the portal
 * @param icon name of a Bootstrap icon, without {@code bi-}
 * @param section the group it is shown in
 * @param order place within the section, lowest first
 * @param own pages of the reader's own below this one, which unfold where it is marked; null for none
 */
public record NavigationEntry(
        String key,
        String label,
        String href,
        String icon,
        Section section,
        int order,
        @Nullable OwnPages own) {

    /** One with nothing of the reader's own. */
    public NavigationEntry(String key, String label, String href, String icon, Section section, int order) {
        this(key, label, href, icon, section, order, null);
    }

    /**
     * Pages that the reader put together, read only when they are unfolded.
     *
     * @param label message key of what they are called
     * @param links address of the piece of a page that lists them
     * @param page where they are managed
     * @param manage message key of the text that leads there
     */
    public record OwnPages(String label, String links, String page, String manage) {}

    /** The groups of the left navigation, in the order they are shown. */
    public enum Section {
        /** What people work with every day. */
        MAIN,
        /** What administrators set up. */
        SETTINGS,
        /** What the vendor's own staff work with. */
        STAFF
    }
}
