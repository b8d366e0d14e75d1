package io.patchbay.ui;

import java.io.Serializable;

/** One result as the layout shows it; serializable because it waits in the session for the next page. */
record Toast(ToastKind kind, String text) implements Serializable {

    public enum ToastKind {
        SUCCESS("success", "check-circle-fill", "toast.success"),
        INFO("info", "info-circle-fill", "toast.info"),
        FAILURE("danger", "x-octagon-fill", "toast.failure");

        private final String tone;
        private final String icon;
        private final String message;

        ToastKind(String tone, String icon, String message) {
            this.tone = tone;
            this.icon = icon;
            this.message = message;
        }

        public String tone() {
            return this.tone;
        }

        public String icon() {
            return this.icon;
        }

        public String message() {
            return this.message;
        }
    }
}
