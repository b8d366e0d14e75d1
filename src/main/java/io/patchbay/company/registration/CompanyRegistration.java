package io.patchbay.company.registration;

import io.patchbay.company.CompanyRegistered;
import io.patchbay.company.Role;
import io.patchbay.company.member.Member;
import io.patchbay.company.member.MemberRepository;
import io.patchbay.company.model.Company;
import io.patchbay.company.model.CompanyEventKind;
import io.patchbay.company.model.CompanyRepository;
import io.patchbay.company.model.NewCompany;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Person;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates companies. */
@Service
public class CompanyRegistration {

    private final CompanyRepository companies;
    private final MemberRepository members;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final Identifiers identifiers;
    private final Clock clock;

    CompanyRegistration(
            CompanyRepository companies,
            MemberRepository members,
            EventLog log,
            ApplicationEventPublisher publisher,
            Identifiers identifiers,
            Clock clock) {
        this.companies = companies;
        this.members = members;
        this.log = log;
        this.publisher = publisher;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Stores the current company with its first member, and tells the other modules of it. */
    @Transactional
    public void register(CompanyId id, NewCompany company, Person creator) {
        var now = clock.instant();
        companies.saveAndFlush(new Company(id, company, creator.id().tenantId(), now));
        members.saveAndFlush(new Member(id, identifiers.next(), creator, Role.FULL_ADMIN, true, now));
        log.append(NewEvent.of(CompanyEventKind.COMPANY_CREATED, company.name())
                .with("name", company.name())
                .with("country", company.country()));
        log.append(NewEvent.of(CompanyEventKind.USER_ACCOUNT_CREATED, creator.name(), Role.FULL_ADMIN.label(true))
                .variant("registered")
                .with("role", Role.FULL_ADMIN.label(true))
                .with("account", creator.email()));
        publisher.publishEvent(new CompanyRegistered(id, company.supportReadsEvents()));
    }
}
