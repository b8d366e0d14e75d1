package io.patchbay.ui.error;

import io.patchbay.platform.problem.WayOn;
import org.jspecify.annotations.Nullable;

/** What the error page says. */
record Problem(
        int status,
        String title,
        String text,
        String nextStep,
        String correlationId,
        @Nullable WayOn wayOn) {

    /** Whether it is our failure, so that the reader can quote the correlation ID to whoever helps. */
    public boolean ours() {
        return this.status >= 500;
    }
}
