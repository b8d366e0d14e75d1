package io.patchbay.environment.protection;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.PersonRights;
import io.patchbay.environment.Environments;
import io.patchbay.environment.disconnect.DisconnectChoice;
import io.patchbay.environment.disconnect.Disconnecting;
import io.patchbay.environment.protection.ProtectionRequest.ConnectionToEnd;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The only way to disconnect a tenant: at once, or as the company protects its connections. */
@Service
public class ProtectedDisconnects {

    private final Disconnecting disconnecting;
    private final Environments environments;
    private final ProtectionStore protections;
    private final RequestStore requests;
    private final RequestSteps steps;
    private final RequestJob job;
    private final PersonRights rights;
    private final CompanyLock companyLock;
    private final TransactionTemplate transaction;
    private final Identifiers identifiers;
    private final Clock clock;

    ProtectedDisconnects(
            Disconnecting disconnecting,
            Environments environments,
            ProtectionStore protections,
            RequestStore requests,
            RequestSteps steps,
            RequestJob job,
            PersonRights rights,
            CompanyLock companyLock,
            TransactionTemplate transaction,
            Identifiers identifiers,
            Clock clock) {
        this.disconnecting = disconnecting;
        this.environments = environments;
        this.protections = protections;
        this.requests = requests;
        this.steps = steps;
        this.job = job;
        this.rights = rights;
        this.companyLock = companyLock;
        this.transaction = transaction;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What came of the wish to disconnect a tenant. */
    public sealed interface Answer {

        /** The disconnect runs. */
        record Began(UUID run) implements Answer {}

        /** It is requested. */
        record Requested(UUID request) implements Answer {}
    }

    /** The request that is open for the environment's connection. */
    @Transactional(readOnly = true)
    public Optional<UUID> open(EnvironmentId environment) {
        return requests.open(environment).map(ProtectionRequest::id);
    }

    /**
     * Disconnects, or requests it where the company protects its connections. A request that is made follows the rules of that
     * moment, whatever is changed meanwhile.
     *
     * @param typed the tenant's primary domain, as the person typed it
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException as {@link Disconnecting#begin(EnvironmentId, String, DisconnectChoice)}, where it is requested already,
     *     or nobody could confirm it
     */
    public Answer disconnect(EnvironmentId environment, String typed, DisconnectChoice choice) {
        return Objects.requireNonNull(transaction.execute(status -> {
            companyLock.lock();
            environments.get(environment);
            if (requests.open(environment).isPresent()) {
                throw new ConflictException("protection.open");
            }
            var protection = protections.get();
            return protection.on()
                    ? new Answer.Requested(request(environment, typed, choice, protection))
                    : new Answer.Began(disconnecting.begin(environment, typed, choice));
        }));
    }

    private UUID request(EnvironmentId environment, String typed, DisconnectChoice choice, Protection protection) {
        if (!(Current.actor() instanceof Actor.Member person)) {
            throw new IllegalStateException("Only a person disconnects a tenant");
        }
        var connection = environments.get(environment).requireConnection();
        if (connection.health().disconnecting()) {
            throw new ConflictException("disconnect.running");
        }
        disconnecting.check(environment, typed);
        if (protection.secondPerson() && rights.fullAdmins() < (rights.isFullAdmin(person.id()) ? 2 : 1)) {
            throw new ConflictException("protection.nobodyConfirms");
        }
        var now = clock.instant();
        var request = ProtectionRequest.made(
                identifiers.next(),
                new ConnectionToEnd(environment, connection.tenantId(), connection.tenantName(), choice),
                protection,
                person,
                now,
                protection.secondPerson() ? RequestStatus.AWAITING_CONFIRMATION : RequestStatus.WAITING,
                protection.secondPerson() ? null : now.plus(Duration.ofHours(protection.waitHours())));
        steps.asked(request);
        job.wake(request.id());
        return request.id();
    }
}
