package io.patchbay.company.invitation;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.member.CompanyLookup;
import io.patchbay.company.member.CompanyMembers;
import io.patchbay.company.member.Member;
import io.patchbay.company.member.MemberRepository;
import io.patchbay.company.model.CompanyEventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.crypto.OneTimeSecrets;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Accepting an invitation: for the holder of its link, who is in no company yet or in another one. */
@Service
public class InvitationAcceptance {

    private final CompanyLock companyLock;
    private final InvitationRepository invitations;
    private final MemberRepository members;
    private final CompanyMembers memberships;
    private final CompanyLookup companies;
    private final InvitationLookup lookup;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    InvitationAcceptance(
            CompanyLock companyLock,
            InvitationRepository invitations,
            MemberRepository members,
            CompanyMembers memberships,
            CompanyLookup companies,
            InvitationLookup lookup,
            EventLog log,
            Identifiers identifiers,
            Clock clock,
            TransactionTemplate transaction) {
        this.companyLock = companyLock;
        this.invitations = invitations;
        this.members = members;
        this.memberships = memberships;
        this.companies = companies;
        this.lookup = lookup;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What the link with this token offers; empty where it was used, taken back or has expired, or never was. */
    public Optional<InvitationOffer> offer(String token) {
        return lookup.find(OneTimeSecrets.sha256(token))
                .flatMap(found -> Current.as(
                        found.company(),
                        Current.actor(),
                        () -> find(found.id())
                                .map(invitation -> new InvitationOffer(
                                        found.company(),
                                        companies.nameOf(found.company()).orElse(""),
                                        invitation.role().label(invitation.accessManagement()),
                                        invitation.invitedBy()))));
    }

    private Optional<Invitation> find(UUID id) {
        return Objects.requireNonNull(transaction.execute(status ->
                        invitations.findById(new InvitationKey(Current.company().value(), id))))
                .filter(invitation -> invitation.open(clock.instant()));
    }

    /**
     * Makes the person who has the link a member. Of two who accept at once one becomes a member.
     *
     * @return the company
     * @throws NotFoundException where the link is no longer valid
     * @throws ConflictException where the person is a member already
     */
    public CompanyId accept(String token, Person person) {
        var found = lookup.find(OneTimeSecrets.sha256(token)).orElseThrow(NotFoundException::new);
        return Current.as(found.company(), Current.actor(), () -> {
            transaction.executeWithoutResult(status -> join(found.id(), person));
            return found.company();
        });
    }

    private void join(UUID id, Person person) {
        companyLock.lock();
        if (memberships.membership(person.id()).isPresent()) {
            throw new ConflictException("companies.alreadyMember");
        }
        var invitation = invitations
                .findById(new InvitationKey(Current.company().value(), id))
                .filter(found -> found.open(clock.instant()))
                .orElseThrow(NotFoundException::new);
        invitation.accepted(clock.instant());
        invitations.saveAndFlush(invitation);
        members.saveAndFlush(new Member(
                Current.company(),
                identifiers.next(),
                person,
                invitation.role(),
                invitation.accessManagement(),
                clock.instant()));
        log.append(NewEvent.of(CompanyEventKind.USER_ACCOUNT_CREATED, person.name(), invitation.email())
                .variant("invited")
                .with("role", invitation.role().label(invitation.accessManagement()))
                .with("account", person.email()));
    }
}
