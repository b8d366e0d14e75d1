package io.patchbay.environment;

import io.patchbay.event.EventLog;
import io.patchbay.event.EventType;
import io.patchbay.event.NewEvent;
import io.patchbay.microsoft.graph.Organization;
import io.patchbay.tenancy.Current;
import io.patchbay.web.NotFoundException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores connections. */
@Service
class IntuneConnections {

    private final IntuneConnectionRepository connections;
    private final ConsentAttemptRepository attempts;
    private final TenantClaims claims;
    private final EventLog log;
    private final Clock clock;

    IntuneConnections(
            IntuneConnectionRepository connections,
            ConsentAttemptRepository attempts,
            TenantClaims claims,
            EventLog log,
            Clock clock) {
        this.connections = connections;
        this.attempts = attempts;
        this.claims = claims;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean isTaken(UUID tenant) {
        return claims.isTaken(tenant);
    }

    /**
     * What was proven about a tenant's consent.
     *
     * @param managedDevices how many devices Intune manages there, null where that could not be read
     */
    record Proof(
            Organization organization,
            Set<String> granted,
            @Nullable Integer managedDevices) {}

    /**
     * Makes the connection of a proven attempt: claim, connection, the attempt's end and the event, in one transaction.
     *
     * @return false where another connection won the tenant or the environment meanwhile; then nothing was stored
     */
    @Transactional
    boolean connect(UUID attemptId, Proof proof) {
        var company = Current.company();
        var attempt = attempts.findById(new ConsentAttemptKey(company.value(), attemptId))
                .orElseThrow(NotFoundException::new);
        var now = clock.instant();
        if (!claims.claim(attempt.provenTenantId(), company, attempt.environment(), now)) {
            return false;
        }
        connections.saveAndFlush(new IntuneConnection(
                company,
                attempt.environment(),
                attempt.provenTenantId(),
                proof.organization(),
                proof.granted(),
                proof.managedDevices(),
                attempt.person().name(),
                attempt.provenAccount(),
                now));
        attempt.connected();
        log.append(NewEvent.of(
                        EventType.INTUNE_CONNECTION_ADDED,
                        "%s connected the Intune tenant %s."
                                .formatted(
                                        attempt.person().name(),
                                        proof.organization().displayName()))
                .in(attempt.environment())
                .tenant(attempt.provenTenantId())
                .with("tenant", proof.organization().displayName())
                .with("primary domain", proof.organization().primaryDomain())
                .with("approved by", attempt.provenAccount())
                .with("granted permissions", String.join(", ", proof.granted())));
        return true;
    }
}
