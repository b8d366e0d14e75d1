package io.patchbay.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a call. */
public sealed interface OutboundAnswer {

    /**
     * The receiver answered, whatever it said.
     *
     * @param body as much of it as may be read
     * @param shortened whether there was more
     * @param retryAfter how long it asks to be left alone
     */
    record Answered(
            int status,
            byte[] body,
            boolean shortened,
            @Nullable Duration retryAfter) implements OutboundAnswer {

        /** Whether it took what was sent. */
        public boolean taken() {
            return status >= 200 && status < 300;
        }

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** The address may not be called; nothing was sent to it. */
    record Refused(Reason reason) implements OutboundAnswer {}

    /** The address could not be reached, or did not answer in time. */
    record Unreachable(Cause cause) implements OutboundAnswer {}

    /** Why an address may not be called. */
    enum Reason {
        NOT_AN_ADDRESS,
        NOT_HTTPS,
        USER_INFO,
        PORT,
        NOT_PUBLIC,
        TOO_MANY_REDIRECTS
    }

    /** Why there was no answer. */
    enum Cause {
        UNKNOWN_HOST,
        NO_CONNECTION,
        UNTRUSTED,
        TOO_SLOW,
        BROKEN_OFF
    }
}
