package io.patchbay.company;

import io.patchbay.company.access.AccessRequest;
import io.patchbay.company.access.AccessRequestKey;
import io.patchbay.company.access.AccessRequestQueries;
import io.patchbay.company.access.AccessRequestRepository;
import io.patchbay.company.access.AccessRequestView;
import io.patchbay.company.member.AccessProviders;
import io.patchbay.company.member.CompanyMembers;
import io.patchbay.company.member.Member;
import io.patchbay.company.member.MemberRepository;
import io.patchbay.company.member.MemberView;
import io.patchbay.company.model.CompanyEventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import io.patchbay.platform.tenancy.UserId;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members of the current company. */
@Service
public class Members {

    private final CompanyLock companyLock;
    private final CompanyMembers queries;
    private final AccessProviders providers;
    private final MemberRepository memberRepository;
    private final AccessRequestRepository requests;
    private final AccessRequestQueries waiting;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    Members(
            CompanyLock companyLock,
            CompanyMembers queries,
            AccessProviders providers,
            MemberRepository memberRepository,
            AccessRequestRepository requests,
            AccessRequestQueries waiting,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.companyLock = companyLock;
        this.queries = queries;
        this.providers = providers;
        this.memberRepository = memberRepository;
        this.requests = requests;
        this.waiting = waiting;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** A page of those whose name or e-mail contains a text, by name. */
    public Page<MemberView> page(String text, int number) {
        return queries.page(text.strip(), number);
    }

    /** Everybody who has direct access, which no group takes away. */
    public Set<PersonId> withDirectAccess() {
        return queries.people();
    }

    /** Whether somebody has direct access as Full Admin with Access Management. */
    public boolean someoneManagesAccess() {
        return managingAccess() > 0;
    }

    /** How many have direct access as Full Admin with Access Management. */
    public int managingAccess() {
        return queries.managingAccess();
    }

    /** Whether people come in as Full Admin with Access Management otherwise than directly. */
    public boolean othersManageAccess() {
        return providers.anyGivesAccessManagement();
    }

    /**
     * One of the members.
     *
     * @throws NotFoundException where the company has no such member
     */
    public MemberView get(UserId id) {
        return queries.find(id).orElseThrow(NotFoundException::new);
    }

    /** A page of the pending access requests, oldest first. */
    public Page<AccessRequestView> pending(int number) {
        return waiting.pending(number);
    }

    /** How many access requests are pending. */
    public int waiting() {
        return waiting.count();
    }

    /**
     * Approves an access request.
     *
     * @return the name of the new member
     * @throws NotFoundException for a request the company does not have
     * @throws ConflictException for one that was decided already
     */
    @Transactional
    public String approve(UUID requestId, Role role) {
        companyLock.lock();
        var request = pending(requestId);
        request.approved(Current.actor().name(), clock.instant());
        requests.saveAndFlush(request);
        log.append(NewEvent.of(CompanyEventKind.ACCESS_REQUEST_APPROVED, request.name())
                .with("role", role.label()));
        if (queries.membership(request.person()).isEmpty()) {
            join(request, role);
        }
        return request.name();
    }

    private void join(AccessRequest request, Role role) {
        memberRepository.saveAndFlush(new Member(
                Current.company(),
                identifiers.next(),
                request.person(),
                request.name(),
                request.email(),
                role,
                false,
                clock.instant()));
        log.append(NewEvent.of(CompanyEventKind.USER_ACCOUNT_CREATED, request.name(), role.label())
                .variant("approved")
                .with("role", role.label())
                .with("account", request.email()));
    }

    /**
     * Rejects an access request.
     *
     * @return the name of that person
     * @throws NotFoundException for a request the company does not have
     * @throws ConflictException for one that was decided already
     */
    @Transactional
    public String reject(UUID requestId) {
        var request = pending(requestId);
        request.rejected(Current.actor().name(), clock.instant());
        requests.saveAndFlush(request);
        log.append(NewEvent.of(CompanyEventKind.ACCESS_REQUEST_REJECTED, request.name()));
        return request.name();
    }

    private AccessRequest pending(UUID id) {
        var request = requests.findById(new AccessRequestKey(Current.company().value(), id))
                .orElseThrow(NotFoundException::new);
        if (!request.pending()) {
            throw new ConflictException("users.requestDecided");
        }
        return request;
    }
}
