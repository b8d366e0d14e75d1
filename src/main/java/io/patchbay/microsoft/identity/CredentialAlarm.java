package io.patchbay.microsoft.identity;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether Entra ID refuses Patchbay itself: one alarm in the log when that begins and one line when it is over, a gauge
 * ({@code patchbay.credential.refused}, 0 or 1) and a health contributor, however many tenants are concerned. The status
 * is not DOWN, so that nobody restarts a portal that works but for Microsoft.
 */
@Component
class CredentialAlarm implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialAlarm.class);
    private static final Status REFUSED = new Status("CREDENTIAL_REFUSED");

    private final AtomicReference<@Nullable Diagnosis> refusal = new AtomicReference<>();

    CredentialAlarm(MeterRegistry meters) {
        meters.gauge("patchbay.credential.refused", this, alarm -> alarm.refusal.get() == null ? 0 : 1);
    }

    void refused(Diagnosis diagnosis) {
        if (refusal.getAndSet(diagnosis) == null) {
            LOG.error(
                    "ALERT: Entra ID is rejecting Patchbay's own credential or configuration (AADSTS{}, {}). Patchbay can't"
                            + " connect to any tenant until it is fixed. See the operator page",
                    diagnosis.aadsts(),
                    diagnosis.problem());
        }
    }

    void accepted() {
        if (refusal.getAndSet(null) != null) {
            LOG.warn("Entra ID accepts Patchbay's credential again");
        }
    }

    @Override
    public Health health() {
        return Optional.ofNullable(refusal.get())
                .map(diagnosis -> Health.status(REFUSED)
                        .withDetail("problem", diagnosis.problem())
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
