package io.patchbay.company.invitation;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.Role;
import io.patchbay.company.model.CompanyEventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.crypto.OneTimeSecrets;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.jdbc.NumberedPages;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.ratelimit.ActionLimits;
import io.patchbay.platform.ratelimit.LimitedAction;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The current company's invitations. An invitation is a link: valid for 60 days, used once, and bound to the account that
 * accepts it first. Only its hash is kept.
 */
@Service
public class Invitations {

    private final CompanyLock companyLock;
    private final InvitationRepository invitations;
    private final InvitationMail mail;
    private final ActionLimits limits;
    private final EventLog log;
    private final Identifiers identifiers;
    private final PortalProperties portal;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Invitations(
            CompanyLock companyLock,
            InvitationRepository invitations,
            InvitationMail mail,
            ActionLimits limits,
            EventLog log,
            Identifiers identifiers,
            PortalProperties portal,
            Clock clock,
            TransactionTemplate transaction) {
        this.companyLock = companyLock;
        this.invitations = invitations;
        this.mail = mail;
        this.limits = limits;
        this.log = log;
        this.identifiers = identifiers;
        this.portal = portal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A page of the invitations that wait to be accepted, newest first. */
    @Transactional(readOnly = true)
    public Page<InvitationView> open(int number) {
        var company = Current.company().value();
        var page = PageRequest.of(Math.max(1, number) - 1, NumberedPages.SIZE);
        var found = invitations.open(company, page);
        if (found.isEmpty() && found.getTotalPages() > 0) {
            found = invitations.open(company, page.withPage(found.getTotalPages() - 1));
        }
        return found.map(invitation -> invitation.view(clock.instant()));
    }

    /**
     * Invites a person.
     *
     * @throws InvalidRequestException for access management with another role than Full Admin
     * @throws ConflictException where an invitation for that address waits already
     * @throws TooManyRequestsException where too many were sent of late
     */
    public SentInvitation invite(String email, Role role, boolean accessManagement) {
        if (accessManagement && role != Role.FULL_ADMIN) {
            throw new InvalidRequestException("users.accessNeedsFullAdmin");
        }
        limits.take(LimitedAction.INVITATION);
        var token = OneTimeSecrets.random();
        transaction.executeWithoutResult(status -> {
            companyLock.lock();
            if (invitations.isPending(Current.company().value(), email)) {
                throw new ConflictException("invitation.waits");
            }
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
        return send(email, role.label(accessManagement), token);
    }

    /**
     * Sends an invitation again, with a link that takes the place of the one before.
     *
     * @throws NotFoundException where the company has no such open invitation
     * @throws TooManyRequestsException where too many were sent of late
     */
    public SentInvitation resend(UUID id) {
        transaction.executeWithoutResult(status -> get(id));
        limits.take(LimitedAction.INVITATION);
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

    private Invitation get(UUID id) {
        return invitations
                .findById(new InvitationKey(Current.company().value(), id))
                .filter(Invitation::waiting)
                .orElseThrow(NotFoundException::new);
    }

    private void tell(String email, String role) {
        log.append(NewEvent.of(CompanyEventKind.INVITATION_SENT, email).with("role", role));
    }

    private SentInvitation send(String email, String role, String token) {
        var link = portal.resolve("/invitations/" + token).toString();
        var company = Current.scope().map(Current.Scope::companyName).orElse("");
        var by = Current.actor() instanceof Actor.Human human ? human.name() : "Patchbay";
        return new SentInvitation(email, link, mail.send(email, company, by, role, link));
    }
}
