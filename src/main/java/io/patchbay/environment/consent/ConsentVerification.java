package io.patchbay.environment.consent;

import io.patchbay.environment.consent.ConsentAttempt.Step;
import io.patchbay.environment.health.ConsentProof;
import io.patchbay.environment.health.ConsentProof.ProofOutcome;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.microsoft.identity.Diagnosis;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at a tenant until its consent is proven or time is up: a durable job, one for each attempt, that a restart or
 * another instance takes up where it stood.
 */
@Component
class ConsentVerification extends DurableJob {

    private final ConsentAttempts attempts;
    private final ConsentProof proof;
    private final ConnectionEstablisher connections;
    private final AppTokens tokens;
    private final ConnectProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConsentVerification(
            ConsentAttempts attempts,
            ConsentProof proof,
            ConnectionEstablisher connections,
            AppTokens tokens,
            ConnectProperties properties,
            TransactionTemplate transaction,
            Clock clock,
            JobQueue queue) {
        super("verify-consent", Actor.Machine.PATCHBAY, queue);
        this.attempts = attempts;
        this.proof = proof;
        this.connections = connections;
        this.tokens = tokens;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    void begin(UUID attempt) {
        transaction.executeWithoutResult(status -> {
            attempts.verifying(attempt, properties.verifyAtMost());
            wake(attempt);
        });
    }

    /** One look. How long until the next one; empty when the attempt is over. */
    @Override
    protected Optional<Duration> run(UUID id) {
        return attempts.find(id)
                .filter(attempt -> attempt.step() == Step.VERIFYING)
                .flatMap(attempt -> Current.as(Current.company(), attempt.person(), () -> look(attempt)));
    }

    private Optional<Duration> look(ConsentAttempt attempt) {
        tokens.forget(attempt.tenant());
        return switch (proof.look(attempt.tenant())) {
            case ProofOutcome.Proven(var proven) -> {
                connections
                        .connect(attempt.id(), proven)
                        .ifPresent(problem -> attempts.failed(attempt.id(), Diagnosis.of(problem), Map.of()));
                yield Optional.empty();
            }
            case ProofOutcome.Wanting wanting -> {
                if (wanting.mayPass() && attempt.mayBeVerified(clock.instant())) {
                    yield Optional.of(properties.delayAfter(attempts.polled(attempt.id())));
                }
                attempts.failed(attempt.id(), wanting.diagnosis(), wanting.facts());
                yield Optional.empty();
            }
        };
    }
}
