package io.patchbay.notification.delivery;

import java.time.Duration;

/** What came of sending something. */
public sealed interface SendResult {

    /** What the receiver answered, in words for people. */
    String answer();

    /** The receiver has it. */
    record Taken(String answer) implements SendResult {}

    /** It did not take it; perhaps it will later. */
    record Failed(String answer, Duration retryAfter) implements SendResult {}
}
