package io.patchbay.environment.consent;

import org.jspecify.annotations.Nullable;

/**
 * What a redirect from Microsoft brought along.
 *
 * @param state ours, as it came back
 * @param error its {@code error}, which decides before anything else does
 */
public record ConsentAnswer(
        String state,
        @Nullable String error,
        @Nullable String description,
        @Nullable String subcode) {}
