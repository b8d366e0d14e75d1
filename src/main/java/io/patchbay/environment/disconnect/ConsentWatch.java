package io.patchbay.environment.disconnect;

import io.patchbay.environment.consent.TenantClaims;
import io.patchbay.environment.disconnect.DisconnectStore.Run;
import io.patchbay.environment.disconnect.RemainingConsent.Answer;
import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees whether a tenant's administrator revoked the consent after a disconnect: an application cannot revoke its own without
 * permissions that nobody should give it. Entra ID takes a while to refuse tokens, so that the durable job looks again for a
 * day.
 */
@Component
class ConsentWatch extends DurableJob {

    private static final Duration WATCHED_FOR = Duration.ofDays(1);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final DisconnectStore runs;
    private final ConsentStore store;
    private final TenantClaims claims;
    private final AppTokens tokens;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConsentWatch(
            DisconnectStore runs,
            ConsentStore store,
            TenantClaims claims,
            AppTokens tokens,
            EventLog log,
            TransactionTemplate transaction,
            Clock clock,
            JobQueue queue) {
        super("watch-revoked-consent", Actor.Machine.PATCHBAY, queue);
        this.runs = runs;
        this.store = store;
        this.claims = claims;
        this.tokens = tokens;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks now, and has the job go on where Microsoft does not refuse tokens yet. */
    Answer begin(Run run) {
        var answer = look(run);
        if (answer != Answer.GONE) {
            transaction.executeWithoutResult(status -> {
                store.watch(run.id(), clock.instant().plus(WATCHED_FOR));
                wake(run.id());
            });
        }
        return answer;
    }

    @Override
    protected Optional<Duration> run(UUID id) {
        var run = transaction.execute(status -> watched(id));
        if (run == null || run.isEmpty()) {
            return Optional.empty();
        }
        return look(run.get()) == Answer.GONE ? Optional.empty() : Optional.of(EVERY);
    }

    /** A tenant that is connected again has its consent for that. */
    private Optional<Run> watched(UUID id) {
        return runs.find(id).filter(run -> store.of(id).watched()).filter(run -> !claims.isTaken(run.tenantId()));
    }

    private Answer look(Run run) {
        var answer = ask(run.tenantId());
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            store.checked(run.id(), now);
            if (answer == Answer.GONE && store.revoked(run.id(), now)) {
                log.append(NewEvent.of(EnvironmentEventKind.INTUNE_CONSENT_REVOKED, run.tenantName())
                        .in(run.environment())
                        .tenant(run.tenantId())
                        .with("tenant", run.tenantName()));
            }
        });
        return answer;
    }

    private Answer ask(UUID tenant) {
        tokens.forget(tenant);
        var outcome = tokens.fresh(tenant);
        tokens.forget(tenant);
        return switch (outcome) {
            case AppTokens.TokenOutcome.Granted granted -> Answer.THERE;
            case AppTokens.TokenOutcome.Refused(var diagnosis) -> refused(diagnosis.problem());
        };
    }

    /** What else a customer can do about tokens leaves the consent there, and ends some day. */
    private static Answer refused(ConsentProblem problem) {
        return switch (problem) {
            case CONSENT_MISSING, TENANT_NOT_FOUND -> Answer.GONE;
            default ->
                problem.responsible() == ConsentProblem.Responsible.CUSTOMER ? Answer.WITHHELD : Answer.NOT_KNOWN;
        };
    }
}
