package io.patchbay.company.invitation;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.Role;
import io.patchbay.company.member.CompanyEventKind;
import io.patchbay.company.member.CompanyLookup;
import io.patchbay.company.member.CompanyMembers;
import io.patchbay.company.member.Member;
import io.patchbay.company.member.MemberRepository;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.crypto.OneTimeSecrets;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Inviting people into the current company. An invitation is a link: valid for 60 days, used once, and bound to the account
 * of whoever accepts it first. Only its hash is kept.
 */
@Service
public class Invitations {

    private final CompanyLock hold;
    private final InvitationRepository invitations;
    private final MemberRepository members;
    private final CompanyMembers reading;
    private final InvitationMail mail;
    private final CompanyLookup companies;
    private final InvitationLookup lookup;
    private final EventLog log;
    private final Identifiers identifiers;
    private final PortalProperties portal;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Invitations(
            CompanyLock hold,
            InvitationRepository invitations,
            MemberRepository members,
            CompanyMembers reading,
            InvitationMail mail,
            CompanyLookup companies,
            InvitationLookup lookup,
            EventLog log,
            Identifiers identifiers,
            PortalProperties portal,
            Clock clock,
            TransactionTemplate transaction) {
        this.hold = hold;
        this.invitations = invitations;
        this.members = members;
        this.reading = reading;
        this.mail = mail;
        this.companies = companies;
        this.lookup = lookup;
        this.log = log;
        this.identifiers = identifiers;
        this.portal = portal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * An invitation that was made.
     *
     * @param link to be shown this once
     * @param mailed whether the mail server took it
     */
    public record Sent(String email, String link, boolean mailed) {}

    /**
     * An invitation as whoever has its link sees it.
     *
     * @param company the company's name
     */
    public record Offer(CompanyId companyId, String company, String role, String invitedBy) {}

    /** The invitations that wait to be accepted, newest first. */
    public List<InvitationView> open() {
        return Objects.requireNonNull(
                transaction.execute(status -> invitations.open(Current.company().value()).stream()
                        .map(invitation -> invitation.view(clock.instant()))
                        .toList()));
    }

    /**
     * Invites somebody.
     *
     * @throws InvalidRequestException for access management with another role than Full Admin
     * @throws ConflictException where an invitation for that address waits already
     */
    public Sent invite(String email, Role role, boolean accessManagement) {
        if (accessManagement && role != Role.FULL_ADMIN) {
            throw new InvalidRequestException("users.accessNeedsFullAdmin");
        }
        var token = OneTimeSecrets.random();
        try {
            transaction.executeWithoutResult(status -> {
                refuseDeleted();
                invitations.saveAndFlush(new Invitation(
                        Current.company(),
                        identifiers.next(),
                        email,
                        role,
                        accessManagement,
                        OneTimeSecrets.sha256(token),
                        Current.actor().name(),
                        clock.instant()));
                tell(email, role.label(accessManagement));
            });
        } catch (DataIntegrityViolationException waitsAlready) {
            throw new ConflictException("invitation.waits");
        }
        return send(email, role.label(accessManagement), token);
    }

    /**
     * Sends an invitation again, with a link that takes the place of the one before.
     *
     * @throws NotFoundException where the company has no such open invitation
     */
    public Sent resend(UUID id) {
        var token = OneTimeSecrets.random();
        var invitation = Objects.requireNonNull(transaction.execute(status -> {
            var found = get(id);
            found.renewed(OneTimeSecrets.sha256(token), clock.instant());
            invitations.saveAndFlush(found);
            tell(found.email(), found.role().label(found.accessManagement()));
            return found;
        }));
        return send(invitation.email(), invitation.role().label(invitation.accessManagement()), token);
    }

    /**
     * Takes an invitation back.
     *
     * @return the address it went to
     * @throws NotFoundException where the company has no such open invitation
     */
    public String delete(UUID id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var invitation = get(id);
            invitations.delete(invitation);
            invitations.flush();
            log.append(NewEvent.of(CompanyEventKind.INVITATION_DELETED, invitation.email()));
            return invitation.email();
        }));
    }

    /** What the link with this token offers; empty where it was used, taken back or has expired, or never was. */
    public Optional<Offer> offer(String token) {
        return lookup.find(OneTimeSecrets.sha256(token))
                .flatMap(found -> Current.as(
                        found.company(),
                        Current.actor(),
                        () -> find(found.id())
                                .map(invitation -> new Offer(
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
     * Lets the person in who has the link. Of two who accept at once one comes in.
     *
     * @return the company
     * @throws NotFoundException where the link is good for nothing any more
     * @throws ConflictException where the person is a member already
     */
    public CompanyId accept(String token, Person person) {
        var found = lookup.find(OneTimeSecrets.sha256(token)).orElseThrow(NotFoundException::new);
        return Current.as(found.company(), Current.actor(), () -> {
            if (reading.membership(found.company(), person.id()).isPresent()) {
                throw new ConflictException("companies.alreadyMember");
            }
            transaction.executeWithoutResult(status -> join(found.id(), person));
            return found.company();
        });
    }

    private void refuseDeleted() {
        hold.keep();
    }

    private void join(UUID id, Person person) {
        refuseDeleted();
        var invitation = get(id);
        if (!invitation.open(clock.instant())) {
            throw new NotFoundException();
        }
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

    private Invitation get(UUID id) {
        return invitations
                .findById(new InvitationKey(Current.company().value(), id))
                .filter(Invitation::waiting)
                .orElseThrow(NotFoundException::new);
    }

    private void tell(String email, String role) {
        log.append(NewEvent.of(CompanyEventKind.INVITATION_SENT, email).with("role", role));
    }

    private Sent send(String email, String role, String token) {
        var link = portal.resolve("/invitations/" + token).toString();
        var company = Current.scope().map(Current.Scope::companyName).orElse("");
        var by = Current.actor() instanceof Actor.Human human ? human.name() : "Patchbay";
        return new Sent(email, link, mail.send(email, company, by, role, link));
    }
}
