package io.patchbay.environment.protection;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.PersonRights;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.RefusedException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How the current company protects its connections, and who may change that. */
@Service
public class ProtectionSettings {

    private final ProtectionStore protections;
    private final RequestStore requests;
    private final RequestSteps steps;
    private final RequestCompletion completion;
    private final RequestJob job;
    private final PersonRights rights;
    private final CompanyLock companyLock;
    private final TransactionTemplate transaction;
    private final Identifiers identifiers;
    private final Clock clock;

    ProtectionSettings(
            ProtectionStore protections,
            RequestStore requests,
            RequestSteps steps,
            RequestCompletion completion,
            RequestJob job,
            PersonRights rights,
            CompanyLock companyLock,
            TransactionTemplate transaction,
            Identifiers identifiers,
            Clock clock) {
        this.protections = protections;
        this.requests = requests;
        this.steps = steps;
        this.completion = completion;
        this.job = job;
        this.rights = rights;
        this.companyLock = companyLock;
        this.transaction = transaction;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param open the change that is requested
     * @param mayChange whether the person who acts may request one
     * @param confirmers how many people can confirm, each for the other
     */
    public record ProtectionPage(
            Protection protection, @Nullable UUID open, boolean mayChange, int confirmers) {

        /** Whether nobody could confirm anything. */
        public boolean lockedOut() {
            return confirmers < 2;
        }
    }

    /** How disconnects are protected now. */
    @Transactional(readOnly = true)
    public Protection get() {
        return protections.get();
    }

    /** The same with what its page shows besides. */
    @Transactional(readOnly = true)
    public ProtectionPage page() {
        return new ProtectionPage(
                protections.get(),
                requests.open(null).map(ProtectionRequest::id).orElse(null),
                Current.actor() instanceof Actor.Member person && rights.managesAccess(person.id()),
                rights.fullAdmins());
    }

    /**
     * Changes it: at once; or once a second person has confirmed, where that is the rule; or, where only the wait is the rule and
     * is to become shorter, once it is over.
     *
     * @return the request that was made; empty where nothing has to be waited for
     * @throws RefusedException for anybody but a member who is Full Admin with Access Management
     * @throws ConflictException where another change is requested already, or nobody could confirm anything from then on
     */
    public Optional<UUID> change(Protection wanted) {
        if (!(Current.actor() instanceof Actor.Member person)) {
            throw new IllegalStateException("Only a person changes the protection");
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            companyLock.lock();
            if (!rights.managesAccess(person.id())) {
                throw new RefusedException("protection.directOnly");
            }
            if (requests.open(null).isPresent()) {
                throw new ConflictException("protection.change.open");
            }
            return change(protections.get(), wanted, person);
        }));
    }

    private Optional<UUID> change(Protection now, Protection wanted, Actor.Member person) {
        if (wanted.equals(now)) {
            return Optional.empty();
        }
        if (now.secondPerson()) {
            return Optional.of(request(wanted, person, RequestStatus.AWAITING_CONFIRMATION, null));
        }
        if (now.waitsLongerThan(wanted)) {
            var startsAt = clock.instant().plus(Duration.ofHours(now.waitHours()));
            return Optional.of(request(wanted, person, RequestStatus.WAITING, startsAt));
        }
        completion.apply(wanted);
        return Optional.empty();
    }

    private UUID request(Protection wanted, Actor.Member person, RequestStatus status, @Nullable Instant startsAt) {
        var request =
                ProtectionRequest.made(identifiers.next(), null, wanted, person, clock.instant(), status, startsAt);
        steps.asked(request);
        job.wake(request.id());
        return request.id();
    }
}
