package io.patchbay.ui.error;

/** What the error page says. */
record Problem(int status, String title, String text, String nextStep, String correlationId) {

    /** Whether it is our failure, so that the reader can quote the correlation ID to whoever helps. */
    public boolean ours() {
        return this.status >= 500;
    }
}
