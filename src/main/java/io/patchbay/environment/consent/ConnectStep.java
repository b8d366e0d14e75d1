package io.patchbay.environment.consent;

import java.net.URI;
import java.util.UUID;

/** Where the browser goes after an answer from Microsoft. */
public sealed interface ConnectStep {

    /** To Microsoft. */
    record ToMicrosoft(URI redirect) implements ConnectStep {}

    /** To the attempt's own page. */
    record ToAttempt(UUID attempt) implements ConnectStep {}

    /** Nowhere: the state was used, has expired, or is not of this session, person and company. */
    record Stale() implements ConnectStep {}
}
