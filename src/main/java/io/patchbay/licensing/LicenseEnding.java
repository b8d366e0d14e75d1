package io.patchbay.licensing;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.LocalDate;

/**
 * A trial or license ends in some days; published once, in the transaction that notes it, for the current company.
 *
 * @param plan the plan's name
 * @param trial whether it is the free trial
 * @param lastDay the last day on which it is valid, in UTC
 */
public record LicenseEnding(EnvironmentId environment, String plan, boolean trial, LocalDate lastDay) {}
