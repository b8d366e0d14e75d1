package io.patchbay.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of fetching a file. */
public sealed interface DownloadOutcome {

    /**
     * It is there, whole.
     *
     * @param size in bytes
     * @param sha256 of its content, in lower-case hexadecimal
     */
    record Fetched(long size, String sha256) implements DownloadOutcome {}

    /** The server answered something else. */
    record Answered(int status, @Nullable Duration retryAfter) implements DownloadOutcome {}

    /** It is larger than allowed; no more than that was read. */
    record TooLarge() implements DownloadOutcome {}

    /** The address may not be called. */
    record Refused(OutboundAnswer.Reason reason) implements DownloadOutcome {}

    /** The server could not be reached, or the transfer stopped. */
    record Unreachable(OutboundAnswer.Cause cause) implements DownloadOutcome {}
}
