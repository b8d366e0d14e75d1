package io.patchbay.licensing;

/**
 * What somebody without a license is offered.
 *
 * @param license how the environment's license stands
 * @param plan the plan of the trial
 * @param devices the number to begin with: those that Intune manages, or 1
 * @param trialDays how long the trial lasts
 * @param trialUsed whether the company had its trial
 */
public record ActivationOffer(LicenseView license, Plan plan, int devices, int trialDays, boolean trialUsed) {}
