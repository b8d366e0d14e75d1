package io.patchbay.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state of affairs, or somebody's message, that is said at the top of every page until it is over.
 *
 * @param key what it is about, the same on every page and another one when that changes: whoever dismissed it is told anew
 * @param severity how much it matters; the most severe is shown first
 * @param title said first and in bold; empty for none
 * @param content what is the matter, already in the reader's words
 * @param picture the address, from the root of the portal, of a picture that decorates it; or null
 * @param actions what can be done about it
 * @param dismissible whether a reader may put it away; never for what endangers or blocks the company
 */
public record Banner(
        String key,
        Severity severity,
        String title,
        List<RichText> content,
        @Nullable String picture,
        List<BannerAction> actions,
        boolean dismissible) {

    /** Keeps its own copies. */
    public Banner {
        content = List.copyOf(content);
        actions = List.copyOf(actions);
    }

    /** One that stays until its cause is gone. */
    public static Banner staying(String key, Severity severity, String text, List<BannerAction> actions) {
        return new Banner(key, severity, "", List.of(RichText.text(text)), null, actions, false);
    }

    /** One that a reader may put away, until its key changes. */
    public static Banner dismissible(String key, Severity severity, String text, List<BannerAction> actions) {
        return new Banner(key, severity, "", List.of(RichText.text(text)), null, actions, true);
    }

    /** What it is called where it is only named. */
    public String name() {
        return title.isEmpty() ? RichText.plain(content) : title;
    }

    /** Whether its content stands in blocks of its own rather than in one line. */
    public boolean blocks() {
        return !content.stream().allMatch(RichText::inline);
    }

    /** How much a banner matters, least first. */
    public enum Severity {
        /** Good to know. */
        INFO("info", "info-circle-fill"),
        /** Something will stop working unless somebody acts. */
        WARNING("warning", "exclamation-triangle-fill"),
        /** Something does not work now. */
        DANGER("danger", "x-octagon-fill");

        private final String tone;
        private final String icon;

        Severity(String tone, String icon) {
            this.tone = tone;
            this.icon = icon;
        }

        /** The tone that the style sheet knows it by. */
        public String tone() {
            return this.tone;
        }

        /** The Bootstrap icon shown with it. */
        public String icon() {
            return this.icon;
        }
    }
}
