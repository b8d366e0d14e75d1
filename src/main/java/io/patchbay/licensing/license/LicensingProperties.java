package io.patchbay.licensing.license;

import io.patchbay.licensing.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Licensing.
 *
 * @param mode {@code licensed} where environments need a license, {@code open} where the operator gives Patchbay away
 * @param keySecret with what stored license keys are hashed, at least 32 characters; keys issued under another secret are
 *     unknown, so keep it
 * @param trialDays how long a trial lasts, to the end of its last day in UTC
 * @param trialDeployments how many deployments a trial allows, whatever its plan
 * @param plans the plans on offer, lowest first
 */
@ConfigurationProperties("patchbay.licensing")
public record LicensingProperties(
        @DefaultValue("licensed") Mode mode,
        @Nullable String keySecret,
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
            throw new IllegalArgumentException("Set patchbay.licensing.key-secret to a random text of at least"
                    + " 32 characters and keep it, or patchbay.licensing.mode to open to run without licenses");
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
