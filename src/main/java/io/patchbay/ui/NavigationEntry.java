package io.patchbay.ui;

/**
 * One link of the left navigation.
 *
 * @param key what a page gives the layout as {@code active} to have this entry marked
 * @param label message key of the text
 * @param href where it leads, from the root of the portal
 * @param icon name of a Bootstrap icon, without {@code bi-}
 * @param section the group it is shown in
 * @param order place within the section, lowest first
 */
public record NavigationEntry(String key, String label, String href, String icon, Section section, int order) {

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
