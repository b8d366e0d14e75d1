package io.patchbay.environment.consent;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.patchbay.environment.consent.ConsentAttempt.Step;
import io.patchbay.environment.health.ConsentProof;
import io.patchbay.environment.health.ConsentProof.ProofOutcome;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.microsoft.identity.Diagnosis;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at a tenant until its consent is proven or time is up: a durable job, one for each attempt, that a restart or
 * another instance takes up where it stood.
 */
@Component
class ConsentVerification {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("verify-consent");

    private static final Duration RETRY_AFTER_CRASH = Duration.ofSeconds(10);

    private final ConsentAttempts attempts;
    private final ConsentProof proof;
    private final ConnectionEstablisher connections;
    private final AppTokens tokens;
    private final ConnectProperties properties;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConsentVerification(
            ConsentAttempts attempts,
            ConsentProof proof,
            ConnectionEstablisher connections,
            AppTokens tokens,
            ConnectProperties properties,
            ObjectProvider<SchedulerClient> scheduler,
            TransactionTemplate transaction,
            Clock clock) {
        this.attempts = attempts;
        this.proof = proof;
        this.connections = connections;
        this.tokens = tokens;
        this.properties = properties;
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.clock = clock;
    }

    void begin(UUID attempt) {
        var instance = TASK.instance(Current.company() + "/" + attempt).build();
        transaction.executeWithoutResult(status -> {
            attempts.verifying(attempt, properties.verifyAtMost());
            scheduler.getObject().scheduleIfNotExists(instance, Instant.EPOCH);
        });
    }

    /** One look. How long until the next one; empty when the attempt is over. */
    Optional<Duration> look(CompanyId company, UUID id) {
        return Current.as(company, new Actor.Machine("Consent verification"), () -> attempts.find(id))
                .filter(attempt -> attempt.step() == Step.VERIFYING)
                .flatMap(attempt -> Current.as(company, attempt.person(), () -> look(attempt)));
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

    CustomTask<Void> task() {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY_AFTER_CRASH))
                .execute((instance, context) -> {
                    var ids = instance.getId().split("/", 2);
                    var company = new CompanyId(UUID.fromString(ids[0]));
                    var next = new java.util.concurrent.atomic.AtomicReference<Optional<Duration>>(Optional.empty());
                    Correlation.run(
                            UUID.randomUUID().toString(), () -> next.set(look(company, UUID.fromString(ids[1]))));
                    return next.get()
                            .<CompletionHandler<Void>>map(delay -> (complete, operations) -> operations.reschedule(
                                    complete, complete.getTimeDone().plus(delay)))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }
}
