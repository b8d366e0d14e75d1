package io.patchbay.licensing.license;

import io.patchbay.licensing.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Licensing.
 *
 * @param mode {@code licensed}: environments need a license. {@code open}: no licenses are needed, and pages show
 *     nothing about them.
 * @param keySecret Required unless the mode is {@code open}. Random text of at least 32 characters with which license
 *     keys are hashed. Keep it: keys that were issued under another secret are unknown.
 * @param previousKeySecret The key secret before, while it is being replaced ({@code --rotate-keys}): what it hashed
 *     can still be read.
 * @param trialDays Days of the free trial, to the end of its last day in UTC.
 * @param trialDeployments Number of deployments that a trial allows, whatever its plan.
 * @param plans Plans on offer, lowest first; {@code application.yml} has Essentials, Plus and Premium. Each has
 *     {@code id}, {@code name}, {@code deployments}, {@code connections} and {@code groups}. Trials are of the middle
 *     one.
 */
@ConfigurationProperties("patchbay.licensing")
public record LicensingProperties(
        @DefaultValue("licensed") Mode mode,
        @Nullable String keySecret,
        @Nullable String previousKeySecret,
        @DefaultValue("30") int trialDays,
        @DefaultValue("25") int trialDeployments,
        List<Plan> plans) {

    private static final int SHORTEST_SECRET = 32;

    /** Whether licenses are needed at all. */
    public enum Mode {
        LICENSED,
        OPEN
    }

    public LicensingProperties {
        if (mode == Mode.LICENSED && (keySecret == null || keySecret.length() < SHORTEST_SECRET)) {
            throw new IllegalArgumentException(
                    "Set patchbay.licensing.key-secret to a random text of at least"
                            + " 32 characters and don't change it later, or set patchbay.licensing.mode to open to run without licenses");
        }
        if (plans == null || plans.isEmpty()) {
            throw new IllegalArgumentException("Set patchbay.licensing.plans to at least one plan, lowest first");
        }
        if (trialDays < 1) {
            throw new IllegalArgumentException("Set patchbay.licensing.trial-days to 1 or more");
        }
        plans = List.copyOf(plans);
    }

    public boolean open() {
        return mode == Mode.OPEN;
    }

    @Override
    public String toString() {
        return "LicensingProperties[mode=%s, trialDays=%d, plans=%s]".formatted(mode, trialDays, plans);
    }
}
