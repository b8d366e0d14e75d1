package io.patchbay.licensing;

import org.jspecify.annotations.Nullable;

/**
 * What somebody without a license is offered.
 *
 * @param license how the environment's license stands
 * @param plan the plan of the trial
 * @param devices the number to begin with: those that Intune manages, or 1
 * @param trialDays how long the trial lasts
 * @param trialGone why there is no trial any more, as the messages know it under {@code license.trial}; null where there is one
 */
public record ActivationOffer(
        LicenseView license,
        Plan plan,
        int devices,
        int trialDays,
        @Nullable String trialGone) {

    /** Whether the trial of the company or of the tenant was used. */
    public boolean trialUsed() {
        return trialGone != null;
    }
}
