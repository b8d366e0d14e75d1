package io.patchbay.environment.protection;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.PersonRights;
import io.patchbay.company.PersonRights.Standing;
import io.patchbay.environment.Environments;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.RefusedException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What others decide about a request, and what whoever made it does. */
@Service
public class RequestDecisions {

    private final RequestStore store;
    private final RequestSteps steps;
    private final RequestCompletion completion;
    private final RequestJob job;
    private final PersonRights rights;
    private final Environments environments;
    private final CompanyLock companyLock;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestDecisions(
            RequestStore store,
            RequestSteps steps,
            RequestCompletion completion,
            RequestJob job,
            PersonRights rights,
            Environments environments,
            CompanyLock companyLock,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.completion = completion;
        this.job = job;
        this.rights = rights;
        this.environments = environments;
        this.companyLock = companyLock;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What the person who acts may do with a request.
     *
     * @param obstacle key of the reason why they cannot confirm it, though somebody has to; null where they can
     */
    public record Choice(
            boolean confirm,
            boolean refuse,
            boolean cancel,
            @Nullable String obstacle) {}

    /**
     * A request.
     *
     * @throws NotFoundException where the company has none of that identifier
     */
    @Transactional(readOnly = true)
    public ProtectionRequest get(UUID id) {
        return store.find(id).orElseThrow(NotFoundException::new);
    }

    /** What the person who acts may do with it. */
    @Transactional(readOnly = true)
    public Choice choice(ProtectionRequest request) {
        var awaiting = request.status() == RequestStatus.AWAITING_CONFIRMATION;
        var own = request.isBy(Current.actor());
        var obstacle = awaiting ? whyNotConfirm(request).orElse(null) : null;
        return new Choice(
                awaiting && obstacle == null,
                awaiting && !own && Current.may(Capability.MANAGE_COMPANY),
                request.status().open() && mayCancel(request),
                obstacle);
    }

    private Optional<String> whyNotConfirm(ProtectionRequest request) {
        if (request.isBy(Current.actor())) {
            return Optional.of("protection.confirm.own");
        }
        return Current.actor() instanceof Actor.Member person && rights.isFullAdmin(person.id())
                ? Optional.empty()
                : Optional.of("protection.confirm.direct");
    }

    /**
     * Confirms a request: what it asks for begins, or waits as long as the company wants.
     *
     * @return the disconnect that runs now; empty where it waits, or is none
     * @throws NotFoundException where the company has no such request
     * @throws RefusedException for whoever made it, and for anybody who is not Full Admin by no group
     * @throws ConflictException where it is decided already or has lapsed, the environment is not connected to that tenant
     *     any more, or whoever asked could not ask any more
     */
    public Optional<UUID> confirm(UUID id) {
        var standing = completion.standing(Objects.requireNonNull(transaction.execute(status -> get(id))));
        return Objects.requireNonNull(transaction.execute(status -> {
            var request = held(id);
            refuseToConfirm(request, standing);
            if (!(Current.actor() instanceof Actor.Member person) || !steps.confirmed(request, person)) {
                throw new ConflictException("protection.decided");
            }
            job.wake(id);
            return confirmed(get(id));
        }));
    }

    private Optional<UUID> confirmed(ProtectionRequest request) {
        if (request.kind() == RequestKind.DISCONNECT && request.protection().waitHours() > 0) {
            steps.waits(
                    request,
                    clock.instant().plus(Duration.ofHours(request.protection().waitHours())));
            return Optional.empty();
        }
        return Optional.ofNullable(completion.complete(request));
    }

    private void refuseToConfirm(ProtectionRequest request, Standing standing) {
        whyNotConfirm(request).ifPresent(why -> {
            throw new RefusedException(why);
        });
        if (request.status() != RequestStatus.AWAITING_CONFIRMATION) {
            throw decided(request);
        }
        if (!clock.instant().isBefore(request.lapsesAt())) {
            throw new ConflictException("protection.lapsed");
        }
        var connection = request.connection();
        if (connection != null
                && !environments
                        .get(connection.environment())
                        .requireConnection()
                        .tenantId()
                        .equals(connection.tenantId())) {
            throw new ConflictException("protection.otherTenant");
        }
        switch (standing) {
            case HAS -> {}
            case HAS_NOT ->
                throw new ConflictException(
                        "protection.requesterLost", request.person().name());
            case NOT_KNOWN ->
                throw new ConflictException(
                        "protection.requesterNotKnown", request.person().name());
        }
    }

    private static ConflictException decided(ProtectionRequest request) {
        return new ConflictException(
                request.status() == RequestStatus.LAPSED ? "protection.lapsed" : "protection.decided");
    }

    /**
     * Refuses a request.
     *
     * @param reason why, for whoever made it; may be empty
     * @throws NotFoundException where the company has no such request
     * @throws RefusedException for whoever made it, who can cancel it
     * @throws ConflictException where it is decided already or has lapsed
     */
    public void refuse(UUID id, String reason) {
        transaction.executeWithoutResult(status -> {
            var request = held(id);
            if (request.isBy(Current.actor())) {
                throw new RefusedException("protection.confirm.own");
            }
            if (request.status() != RequestStatus.AWAITING_CONFIRMATION
                    || !steps.end(request, RequestStatus.REFUSED, given(reason))) {
                throw decided(request);
            }
            job.wake(id);
        });
    }

    /**
     * Cancels a request, as long as what it asks for has not begun.
     *
     * @param reason why; may be empty
     * @throws NotFoundException where the company has no such request
     * @throws RefusedException for anybody but whoever made it and Full Admins
     * @throws ConflictException where it is decided already or has lapsed
     */
    public void cancel(UUID id, String reason) {
        transaction.executeWithoutResult(status -> {
            var request = held(id);
            if (!mayCancel(request)) {
                throw new RefusedException("protection.cancel.not");
            }
            if (!request.status().open() || !steps.end(request, RequestStatus.CANCELED, given(reason))) {
                throw decided(request);
            }
            job.wake(id);
        });
    }

    private static boolean mayCancel(ProtectionRequest request) {
        return request.isBy(Current.actor()) || Current.may(Capability.MANAGE_COMPANY);
    }

    private ProtectionRequest held(UUID id) {
        companyLock.lock();
        return get(id);
    }

    private static @Nullable String given(String reason) {
        return reason.isBlank() ? null : reason.strip();
    }
}
