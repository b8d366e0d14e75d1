package io.patchbay.web;

import java.util.List;

/**
 * A state of affairs that is said at the top of every page until it is over.
 *
 * @param severity how much it matters; the most severe is shown first
 * @param text what is the matter, already in the reader's words
 * @param actions what can be done about it
 */
public record Banner(Severity severity, String text, List<BannerAction> actions) {

    /** Keeps its own copy of the actions. */
    public Banner {
        actions = List.copyOf(actions);
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
