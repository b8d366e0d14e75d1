package io.patchbay.environment.consent;

import static java.util.Objects.requireNonNull;

import io.patchbay.company.CompanyLock;
import io.patchbay.environment.HealthChanged;
import io.patchbay.environment.connection.CheckConclusion;
import io.patchbay.environment.connection.HealthEvents;
import io.patchbay.environment.connection.IntuneConnection;
import io.patchbay.environment.connection.IntuneConnectionRepository;
import io.patchbay.environment.connection.TenantProof;
import io.patchbay.environment.health.CheckJob;
import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.environment.model.EnvironmentKey;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes connections of proven attempts, and makes them whole again. */
@Service
class ConnectionEstablisher {

    private final CompanyLock companyLock;
    private final IntuneConnectionRepository connections;
    private final ConsentAttemptRepository attempts;
    private final TenantClaims claims;
    private final HealthEvents events;
    private final CheckJob checks;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    ConnectionEstablisher(
            CompanyLock companyLock,
            IntuneConnectionRepository connections,
            ConsentAttemptRepository attempts,
            TenantClaims claims,
            HealthEvents events,
            CheckJob checks,
            EventLog log,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.companyLock = companyLock;
        this.connections = connections;
        this.attempts = attempts;
        this.claims = claims;
        this.events = events;
        this.checks = checks;
        this.log = log;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean isTaken(UUID tenant) {
        return claims.isTaken(tenant);
    }

    /**
     * Ends a proven attempt with its connection and the event, in one transaction.
     *
     * @return what kept it from being stored: another connection won the tenant or the environment meanwhile, the connection
     *     to be made whole is gone, or the whole company; empty where it was stored
     */
    @Transactional
    Optional<ConsentProblem> connect(UUID attemptId, TenantProof proof) {
        if (!companyLock.tryLock()) {
            return Optional.of(ConsentProblem.COMPANY_GONE);
        }
        var attempt = attempts.findById(new ConsentAttemptKey(Current.company().value(), attemptId))
                .orElseThrow(NotFoundException::new);
        if (attempt.expectedTenantId() == null) {
            return add(attempt, proof) ? Optional.empty() : Optional.of(ConsentProblem.TENANT_CONNECTED_ELSEWHERE);
        }
        return mend(attempt, proof) ? Optional.empty() : Optional.of(ConsentProblem.CONNECTION_GONE);
    }

    private boolean add(ConsentAttempt attempt, TenantProof proof) {
        var company = Current.company();
        var now = clock.instant();
        if (!claims.claim(attempt.tenant(), attempt.environment(), now)) {
            return false;
        }
        connections.saveAndFlush(new IntuneConnection(
                company,
                attempt.environment(),
                attempt.tenant(),
                proof,
                attempt.person().name(),
                requireNonNull(attempt.provenAccount()),
                now));
        checks.now(attempt.environment());
        attempt.connected();
        log.append(added(attempt, proof).variant("connected"));
        return true;
    }

    private boolean mend(ConsentAttempt attempt, TenantProof proof) {
        var connection = open(attempt);
        if (connection.isEmpty()) {
            return false;
        }
        var before = connection.get().state();
        connection.get().consented(proof, requireNonNull(attempt.provenAccount()), clock.instant());
        connections.saveAndFlush(connection.get());
        attempt.connected();
        log.append(added(attempt, proof)
                .variant("reconnected")
                .with("reconnect", "yes")
                .with("restored permissions", String.join(", ", restored(before.conclusion(), proof))));
        events.tell(connection.get(), before.conclusion());
        publisher.publishEvent(new HealthChanged(
                attempt.environment(),
                connection.get().tenantName(),
                before.health(),
                connection.get().state().health()));
        return true;
    }

    private static Set<String> restored(CheckConclusion before, TenantProof proof) {
        return before.inaccessible() ? proof.granted() : before.missing();
    }

    private Optional<IntuneConnection> open(ConsentAttempt attempt) {
        return connections
                .held(EnvironmentKey.of(Current.company(), attempt.environment()))
                .filter(connection -> connection.tenantId().equals(attempt.expectedTenantId()))
                .filter(connection -> !connection.state().disconnecting());
    }

    private static NewEvent added(ConsentAttempt attempt, TenantProof proof) {
        return NewEvent.of(
                        EnvironmentEventKind.INTUNE_CONNECTION_ADDED,
                        proof.organization().displayName())
                .in(attempt.environment())
                .tenant(attempt.tenant())
                .with("tenant", proof.organization().displayName())
                .with("primary domain", proof.organization().primaryDomain())
                .with("approved by", attempt.provenAccount())
                .with("granted permissions", String.join(", ", proof.granted()));
    }
}
