package io.patchbay.ui;

/**
 * A link in a {@link Banner}.
 *
 * @param label its text, already in the reader's words
 * @param href where it leads, from the root of the portal, or an https address elsewhere
 */
public record BannerAction(String label, String href) {

    /** Whether it leads out of the portal. */
    public boolean external() {
        return href.startsWith("https://");
    }
}
