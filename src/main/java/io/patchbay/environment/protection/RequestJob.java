package io.patchbay.environment.protection;

import io.patchbay.company.CompanyLock;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.job.RetryLimits;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The durable job that does with each request what its time brings: lets it lapse, does what it asked for once its wait is over,
 * and deletes it when it is old, as the event log tells of it.
 */
@Component
class RequestJob extends DurableJob {

    private static final Duration KEPT_FOR = Duration.ofDays(90);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(5);

    private final RequestStore store;
    private final RequestSteps steps;
    private final RequestCompletion completion;
    private final RequestTexts texts;
    private final CompanyLock companyLock;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestJob(
            RequestStore store,
            RequestSteps steps,
            RequestCompletion completion,
            RequestTexts texts,
            CompanyLock companyLock,
            TransactionTemplate transaction,
            Clock clock,
            JobQueue queue) {
        super("protected-disconnect", Actor.Machine.PATCHBAY, queue);
        this.store = store;
        this.steps = steps;
        this.completion = completion;
        this.texts = texts;
        this.companyLock = companyLock;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected Optional<Duration> run(UUID id) {
        return find(id).flatMap(request -> switch (request.status()) {
            case AWAITING_CONFIRMATION -> untilOr(request.lapsesAt(), () -> lapse(request));
            case WAITING -> untilOr(Objects.requireNonNull(request.startsAt()), () -> start(request));
            case DONE, REFUSED, CANCELED, LAPSED, STOPPED ->
                untilOr(Objects.requireNonNull(request.endedAt()).plus(KEPT_FOR), () -> delete(request));
        });
    }

    private Optional<ProtectionRequest> find(UUID id) {
        return Objects.requireNonNull(transaction.execute(status -> store.find(id)));
    }

    private interface Step {
        Optional<Duration> take();
    }

    private Optional<Duration> untilOr(Instant time, Step step) {
        var wait = Duration.between(clock.instant(), time);
        return wait.isPositive() ? Optional.of(wait) : step.take();
    }

    private Optional<Duration> lapse(ProtectionRequest request) {
        return still(request, current -> steps.end(current, RequestStatus.LAPSED, null));
    }

    private Optional<Duration> start(ProtectionRequest request) {
        return switch (completion.standing(request)) {
            case NOT_KNOWN ->
                RetryLimits.over(RetryLimits.PASSING, request.startsAt(), clock.instant())
                        ? stop(
                                request,
                                texts.text(
                                        "protection.requesterNeverKnown",
                                        request.person().name()))
                        : Optional.of(AGAIN_AFTER);
            case HAS_NOT ->
                stop(
                        request,
                        texts.text("protection.requesterLost", request.person().name()));
            case HAS -> {
                try {
                    yield still(request, completion::complete);
                } catch (ConflictException impossible) {
                    yield stop(request, texts.text(impossible.messageKey(), impossible.args()));
                } catch (NotFoundException gone) {
                    yield stop(request, texts.text("protection.otherTenant"));
                }
            }
        };
    }

    private Optional<Duration> stop(ProtectionRequest request, String reason) {
        return still(request, current -> steps.end(current, RequestStatus.STOPPED, reason));
    }

    private Optional<Duration> delete(ProtectionRequest request) {
        transaction.executeWithoutResult(status -> store.delete(request.id()));
        return Optional.empty();
    }

    /** Does that where the request stands as it did; a deleted company has no requests any more. */
    private Optional<Duration> still(ProtectionRequest request, Consumer<ProtectionRequest> step) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!companyLock.tryLock()) {
                store.delete(request.id());
                return Optional.empty();
            }
            store.find(request.id())
                    .filter(current -> current.status() == request.status())
                    .ifPresent(step);
            return Optional.of(Duration.ZERO);
        }));
    }
}
