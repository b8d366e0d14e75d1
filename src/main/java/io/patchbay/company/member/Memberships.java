package io.patchbay.company.member;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.Role;
import io.patchbay.company.model.CompanyEventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.event.SavedViews;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what members of the current company are. Changes of one company wait for each other, so that nobody ever goes as
 * the last Full Admin with Access Management.
 */
@Service
public class Memberships {

    private final CompanyLock companyLock;
    private final MemberRepository members;
    private final AccessProviders providers;
    private final SavedViews views;
    private final EventLog log;

    Memberships(
            CompanyLock companyLock,
            MemberRepository members,
            AccessProviders providers,
            SavedViews views,
            EventLog log) {
        this.companyLock = companyLock;
        this.members = members;
        this.providers = providers;
        this.views = views;
        this.log = log;
    }

    /**
     * Gives a member another role; takes effect with their next request. The role they have already changes nothing.
     *
     * @return the member's name
     * @throws NotFoundException where the company has no such member
     * @throws InvalidRequestException for access management with another role than Full Admin
     * @throws ConflictException where nobody would be left as Full Admin with Access Management
     */
    @Transactional
    public String change(UserId id, Role role, boolean accessManagement) {
        if (accessManagement && role != Role.FULL_ADMIN) {
            throw new InvalidRequestException("users.accessNeedsFullAdmin");
        }
        var member = locked(id);
        var before = member.role().label(member.accessManagement());
        if (member.role() == role && member.accessManagement() == accessManagement) {
            return member.name();
        }
        if (member.accessManagement() && !accessManagement) {
            refuseLast(member);
        }
        member.becomes(role, accessManagement);
        members.saveAndFlush(member);
        log.append(NewEvent.of(CompanyEventKind.ROLE_CHANGED, member.name(), before, role.label(accessManagement))
                .with("account", member.email())
                .with("role before", before)
                .with("role after", role.label(accessManagement)));
        return member.name();
    }

    /**
     * Removes a member, perhaps the acting one; takes effect with their next request.
     *
     * @return the member's name
     * @throws NotFoundException where the company has no such member
     * @throws ConflictException where nobody would be left as Full Admin with Access Management
     */
    @Transactional
    public String remove(UserId id) {
        var member = locked(id);
        if (member.accessManagement()) {
            refuseLast(member);
        }
        members.delete(member);
        members.flush();
        views.forget(member.person());
        log.append(removed(member)
                .with("account", member.email())
                .with("role", member.role().label(member.accessManagement())));
        return member.name();
    }

    private static NewEvent removed(Member member) {
        if (Current.actor() instanceof Actor.Member actor && member.is(actor.id())) {
            return NewEvent.of(CompanyEventKind.USER_LEFT);
        }
        return NewEvent.of(CompanyEventKind.USER_REMOVED, member.name());
    }

    private Member locked(UserId id) {
        companyLock.lock();
        return members.findById(new MemberKey(Current.company().value(), id.value()))
                .orElseThrow(NotFoundException::new);
    }

    /** The last one goes only at the hands of somebody who has the same rights otherwise, and so stays. */
    private void refuseLast(Member member) {
        if (members.countManagingAccess(Current.company().value()) < 2 && !staysWithout(member)) {
            throw new ConflictException("users.lastAdministrator");
        }
    }

    private boolean staysWithout(Member member) {
        return Current.actor() instanceof Actor.Member actor
                && !member.is(actor.id())
                && providers.managesAccess(actor.id());
    }
}
