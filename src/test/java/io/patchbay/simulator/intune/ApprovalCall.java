package io.patchbay.simulator.intune;

import org.jspecify.annotations.Nullable;

/**
 * A write that may need an approval.
 *
 * @param justification the header {@code x-msft-approval-justification}
 * @param code the header {@code x-msft-approval-code}
 */
public record ApprovalCall(
        String method,
        String path,
        String body,
        @Nullable String justification,
        @Nullable String code) {}
