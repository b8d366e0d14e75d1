package io.patchbay.licensing;

import io.patchbay.platform.tenancy.EnvironmentId;

/**
 * A trial or license ended; published in the transaction that notes it, for the current company.
 *
 * @param plan the plan's name
 */
public record LicenseEnded(EnvironmentId environment, String plan) {}
