package io.patchbay.company.access;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.member.CompanyLookup;
import io.patchbay.company.model.CompanyEventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody can do about their own requests for access while nobody has decided them. */
@Service
public class WaitingRequests {

    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    private final CompanyLock companyLock;
    private final AccessRequestRepository requests;
    private final CrossTenantQueries crossTenant;
    private final CompanyLookup lookup;
    private final EventLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    WaitingRequests(
            CompanyLock companyLock,
            AccessRequestRepository requests,
            CrossTenantQueries crossTenant,
            CompanyLookup lookup,
            EventLog log,
            Clock clock,
            TransactionTemplate transaction) {
        this.companyLock = companyLock;
        this.requests = requests;
        this.crossTenant = crossTenant;
        this.lookup = lookup;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The person's requests that wait, by company. */
    public Map<CompanyId, WaitingRequest> of(PersonId person) {
        return crossTenant
                .askOften(
                        "cross_tenant_access_requests_of_person",
                        WaitingRequests::asked,
                        person.tenantId(),
                        person.objectId())
                .stream()
                .collect(Collectors.toMap(Asked::company, this::waiting));
    }

    /** A request that waits, and when the person last reminded of it. */
    private record Asked(
            CompanyId company, Instant askedAt, @Nullable Instant renewedAt) {}

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                new CompanyId(row.getObject(1, UUID.class)),
                Timestamps.instant(row, 2),
                Timestamps.instantOrNull(row, 3));
    }

    private WaitingRequest waiting(Asked asked) {
        var last = asked.renewedAt() == null ? asked.askedAt() : asked.renewedAt();
        var from = last.plus(BETWEEN_REMINDERS);
        return new WaitingRequest(
                asked.askedAt(), asked.renewedAt(), !clock.instant().isBefore(from), from);
    }

    /**
     * Reminds the company's administrators of the person's request, at most once an hour.
     *
     * @return the company's name
     * @throws NotFoundException where no request of the person waits there
     * @throws TooManyRequestsException within an hour of asking or of the last reminder
     */
    public String renew(CompanyId company, Person person, Actor actor) {
        return change(company, person, actor, request -> {
            var wait = Duration.between(clock.instant(), request.lastAsked().plus(BETWEEN_REMINDERS));
            if (wait.isPositive()) {
                throw new TooManyRequestsException(wait);
            }
            request.renewed(clock.instant());
            requests.saveAndFlush(request);
            log.append(NewEvent.of(CompanyEventKind.ACCESS_REQUEST_RENEWED));
        });
    }

    /**
     * Takes the person's request back.
     *
     * @return the company's name
     * @throws NotFoundException where no request of the person waits there
     */
    public String withdraw(CompanyId company, Person person, Actor actor) {
        return change(company, person, actor, request -> {
            requests.delete(request);
            requests.flush();
            log.append(NewEvent.of(CompanyEventKind.ACCESS_REQUEST_WITHDRAWN));
        });
    }

    private String change(
            CompanyId company, Person person, Actor actor, java.util.function.Consumer<AccessRequest> change) {
        Current.as(company, actor, () -> {
            transaction.executeWithoutResult(status -> change.accept(held(company, person.id())));
            return null;
        });
        return lookup.nameOf(company).orElse("");
    }

    private AccessRequest held(CompanyId company, PersonId person) {
        companyLock.lock();
        return requests.waiting(company.value(), person.tenantId(), person.objectId())
                .orElseThrow(NotFoundException::new);
    }
}
