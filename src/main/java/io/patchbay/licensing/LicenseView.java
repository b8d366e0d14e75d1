package io.patchbay.licensing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an environment's license stands.
 *
 * @param environment the environment
 * @param status whether there is one that counts
 * @param trial whether it is the free trial
 * @param plan the plan's name, null without a license
 * @param devices for how many devices
 * @param keyEnding the last five characters of its key, null for a trial
 * @param firstDay the day it began
 * @param lastDay its last day, in UTC
 * @param daysLeft from today to its last day
 */
public record LicenseView(
        LicensedEnvironment environment,
        LicenseStatus status,
        boolean trial,
        @Nullable String plan,
        int devices,
        @Nullable String keyEnding,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        long daysLeft) {

    private static final int HALF = 50;
    private static final int NEARLY_ALL = 90;
    private static final int ALL = 100;

    /** Whether there is a license that counts. */
    public enum LicenseStatus {
        NONE,
        VALID,
        EXPIRED,
        REVOKED
    }

    /** How much of the licensed number of devices is used, in three steps. */
    public enum DeviceUsage {
        MODERATE,
        HIGH,
        EXCEEDED
    }

    static LicenseView none(LicensedEnvironment environment) {
        return new LicenseView(environment, LicenseStatus.NONE, false, null, 0, null, null, null, 0);
    }

    /** Whether it counts now. */
    public boolean valid() {
        return status == LicenseStatus.VALID;
    }

    /** How much of the licensed number of devices is used, in per cent; null where the devices are not known. */
    public @Nullable Integer usage() {
        var found = environment.managedDevices();
        return found == null || devices == 0 ? null : (int) Math.min(Integer.MAX_VALUE, found * 100L / devices);
    }

    /** Moderate below half, high up to the limit, exceeded from there on. */
    public DeviceUsage deviceUsage() {
        var usage = usage();
        if (usage == null || usage < HALF) {
            return DeviceUsage.MODERATE;
        }
        return usage < ALL ? DeviceUsage.HIGH : DeviceUsage.EXCEEDED;
    }

    /** Whether so many devices are in use that somebody should know. */
    public boolean nearlyUsedUp() {
        var usage = usage();
        return valid() && usage != null && usage >= NEARLY_ALL;
    }
}
