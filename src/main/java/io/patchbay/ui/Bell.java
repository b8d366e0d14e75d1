package io.patchbay.ui;

/**
 * The bell in the top bar.
 *
 * @param unread how many notices wait to be read
 * @param more whether there are more than that
 */
public record Bell(int unread, boolean more) {

    /** What stands on it. */
    public String text() {
        return unread + (more ? "+" : "");
    }
}
