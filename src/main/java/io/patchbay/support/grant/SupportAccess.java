package io.patchbay.support.grant;

import io.patchbay.company.CompanyRegistered;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.support.grant.SupportGrant.GrantPeriod;
import io.patchbay.support.grant.SupportGrant.GrantedAccess;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the current company lets Patchbay's support see: nothing, unless somebody of the company grants it for a while. */
@Service
public class SupportAccess {

    private final SupportStore store;
    private final EventLog log;
    private final Clock clock;

    SupportAccess(SupportStore store, EventLog log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** Whether support may read the event log until that is taken back. */
    @Transactional(readOnly = true)
    public boolean readsEvents() {
        return store.stands();
    }

    /** Lets support read the event log until that is taken back, or takes it back. */
    @Transactional
    public void readEvents(boolean allowed) {
        var name = Current.actor().name();
        if (allowed && store.stand(name, clock.instant())) {
            log.append(NewEvent.of(SupportEventKind.SUPPORT_ACCESS_CHANGED)
                    .variant("ongoing")
                    .with("access", GrantedAccess.EVENT_LOG));
        }
        if (!allowed && store.endStandingGrant()) {
            log.append(NewEvent.of(SupportEventKind.SUPPORT_ACCESS_CHANGED)
                    .variant("ongoingEnded")
                    .with("access before", GrantedAccess.EVENT_LOG));
        }
    }

    @EventListener
    void ofNew(CompanyRegistered company) {
        readEvents(company.supportReadsEvents());
    }

    /** What is granted for a while now. */
    @Transactional(readOnly = true)
    public Optional<SupportGrant> current() {
        return store.grant().filter(grant -> !grant.over(clock.instant()));
    }

    /** Where support asks to be let in and nobody answered, oldest first. */
    @Transactional(readOnly = true)
    public List<SupportRequest> waiting() {
        return store.waiting();
    }

    /** Lets support look, from now on for that long; replaces what was granted before. */
    @Transactional
    public void grant(GrantedAccess access, GrantPeriod period) {
        var before = current();
        var now = clock.instant();
        var grant = new SupportGrant(access, now, Current.actor().name(), now.plus(period.length()));
        store.save(grant);
        log.append(NewEvent.of(SupportEventKind.SUPPORT_ACCESS_CHANGED)
                .variant("granted")
                .with("access before", before.map(SupportGrant::access).orElse(null))
                .with("access", access)
                .with("until", grant.endsAt()));
    }

    /** Ends at once what was granted; again changes nothing. */
    @Transactional
    public void end() {
        var before = current();
        if (store.end() && before.isPresent()) {
            log.append(NewEvent.of(SupportEventKind.SUPPORT_ACCESS_CHANGED)
                    .variant("revoked")
                    .with("access before", before.get().access()));
        }
    }

    /**
     * Answers a request; a granted one gives a day.
     *
     * @throws NotFoundException where the company has no such request
     * @throws ConflictException where it was answered already
     */
    @Transactional
    public void answer(UUID request, Optional<GrantedAccess> access) {
        if (!store.known(request)) {
            throw new NotFoundException();
        }
        if (!store.answered(request, clock.instant())) {
            throw new ConflictException("support.answered");
        }
        access.ifPresentOrElse(
                granted -> grant(granted, GrantPeriod.DAY),
                () -> log.append(NewEvent.of(SupportEventKind.SUPPORT_ACCESS_DECLINED)));
    }
}
