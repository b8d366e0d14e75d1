package io.patchbay.company.access;

import io.patchbay.company.AccessRequested;
import io.patchbay.company.CompanyLock;
import io.patchbay.company.member.CompanyMembers;
import io.patchbay.company.model.Company;
import io.patchbay.company.model.CompanyEventKind;
import io.patchbay.company.model.CompanyRepository;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.ratelimit.ActionLimits;
import io.patchbay.platform.ratelimit.LimitedAction;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Requesting access to a company that was created from the same Entra tenant. */
@Service
public class AccessRequests {

    private final CompanyRepository companies;
    private final CompanyLock companyLock;
    private final CompanyMembers members;
    private final AccessRequestRepository requests;
    private final ActionLimits limits;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final Identifiers identifiers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AccessRequests(
            CompanyRepository companies,
            CompanyLock companyLock,
            CompanyMembers members,
            AccessRequestRepository requests,
            ActionLimits limits,
            EventLog log,
            ApplicationEventPublisher publisher,
            Identifiers identifiers,
            Clock clock,
            TransactionTemplate transaction) {
        this.companies = companies;
        this.companyLock = companyLock;
        this.members = members;
        this.requests = requests;
        this.limits = limits;
        this.log = log;
        this.publisher = publisher;
        this.identifiers = identifiers;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Asks the company's administrators to be let in. Asking again while a request waits changes nothing.
     *
     * @return the company's name
     * @throws NotFoundException for a company that does not exist or was founded from another Entra tenant
     * @throws ConflictException where the person is a member already
     * @throws TooManyRequestsException where too many were made of late
     */
    public String ask(CompanyId company, Person person, String reason, Actor actor) {
        return Current.as(company, actor, () -> {
            var name = companyName(company, person);
            if (members.membership(person.id()).isPresent()) {
                throw new ConflictException("companies.alreadyMember");
            }
            limits.take(LimitedAction.ACCESS_REQUEST);
            transaction.executeWithoutResult(status -> {
                companyLock.lock();
                store(company, person, reason);
            });
            return name;
        });
    }

    private String companyName(CompanyId company, Person person) {
        var name = transaction.execute(status -> companies
                .findById(company.value())
                .filter(found -> found.isHomeOf(person.id().tenantId()))
                .map(Company::name)
                .orElse(""));
        if (name == null || name.isEmpty()) {
            throw new NotFoundException();
        }
        return name;
    }

    private void store(CompanyId company, Person person, String reason) {
        if (requests.waiting(
                        company.value(), person.id().tenantId(), person.id().objectId())
                .isPresent()) {
            return;
        }
        requests.saveAndFlush(new AccessRequest(company, identifiers.next(), person, reason, clock.instant()));
        log.append(NewEvent.of(CompanyEventKind.ACCESS_REQUESTED).with("reason", reason));
        publisher.publishEvent(new AccessRequested(person.name(), person.email()));
    }
}
