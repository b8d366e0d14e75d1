package io.patchbay.simulator.intune;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A write that may need an approval.
 *
 * @param body compared as what it says, not by its letters: the service keeps it in a form of its own
 * @param justification the header {@code x-msft-approval-justification}
 * @param code the header {@code x-msft-approval-code}
 */
public record ApprovalCall(
        String method,
        String path,
        JsonNode body,
        @Nullable String justification,
        @Nullable String code) {}
