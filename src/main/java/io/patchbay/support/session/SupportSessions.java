package io.patchbay.support.session;

import io.patchbay.company.CurrentCompanyName;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.pageview.PageView;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.RefusedException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CompanyName;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import io.patchbay.support.SupportRequested;
import io.patchbay.support.grant.SupportEventKind;
import io.patchbay.support.grant.SupportGrant;
import io.patchbay.support.grant.SupportGrant.GrantedAccess;
import io.patchbay.support.grant.SupportRequest;
import io.patchbay.support.grant.SupportStore;
import io.patchbay.support.grant.SupportStore.Visit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How Patchbay's support looks into companies: only with a grant, for a ticket, and with an event in the company's own log for
 * every look. Everything here is called by somebody of the vendor's staff.
 */
@Service
public class SupportSessions {

    private static final Duration LASTS = Duration.ofHours(8);

    private final SupportStore store;
    private final CurrentCompanyName name;
    private final SupportedCompanies supported;
    private final EventLog log;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate looking;

    SupportSessions(
            SupportStore store,
            CurrentCompanyName name,
            SupportedCompanies supported,
            EventLog log,
            Identifiers identifiers,
            ApplicationEventPublisher publisher,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.name = name;
        this.supported = supported;
        this.log = log;
        this.identifiers = identifiers;
        this.publisher = publisher;
        this.clock = clock;
        this.transaction = transaction;
        this.looking =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        looking.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * How support stands in a company.
     *
     * @param grant what is granted now
     * @param ticket for what it looks now
     */
    public record CompanySupport(
            CompanyId company, String name, Optional<SupportGrant> grant, Optional<String> ticket) {}

    /** Companies by a part of their name, their ID, or the ID or primary domain of a connected tenant; 25 at the most. */
    public List<CompanyName> search(String term) {
        return supported.matching(term);
    }

    /**
     * How support stands in a company.
     *
     * @throws NotFoundException where there is no such company
     */
    public CompanySupport of(CompanyId company) {
        return inside(company, this::current);
    }

    private CompanySupport current() {
        var visit = store.visit(person(), clock.instant(), clock.instant().minus(LASTS));
        return new CompanySupport(
                Current.company(), storedName(), visit.map(Visit::grant), visit.flatMap(Visit::ticket));
    }

    private String storedName() {
        return name.stored().orElseThrow(NotFoundException::new);
    }

    /** The companies that let support see something now. */
    public List<CompanyName> granting() {
        return supported.granting(clock.instant());
    }

    /**
     * Looks for something in all companies that let it; each in which it is found is told.
     *
     * @param what what was looked for, for the log
     * @param finder says, inside a company, how much of it there is
     */
    public List<EventMention> searchGranting(String what, Supplier<Integer> finder) {
        return granting().stream()
                .map(company -> inside(company.id(), () -> found(company, what, finder.get())))
                .filter(found -> found.count() > 0)
                .toList();
    }

    /** How much of what was sought there is in a company. */
    public record EventMention(CompanyName company, int count) {}

    private EventMention found(CompanyName company, String what, int count) {
        if (count > 0) {
            log.append(NewEvent.of(SupportEventKind.SUPPORT_DATA_VIEWED, what)
                    .variant("searched")
                    .with("viewed", what));
        }
        return new EventMention(company, count);
    }

    /**
     * Asks a company to be let in.
     *
     * @throws NotFoundException where there is no such company
     * @throws ConflictException where that was asked for this ticket already and nobody answered
     */
    public void ask(CompanyId company, String ticket, String reason) {
        inside(company, () -> {
            storedName();
            var request =
                    new SupportRequest(identifiers.next(), Current.actor().name(), ticket, reason, clock.instant());
            if (!store.insert(request)) {
                throw new ConflictException("support.askedAlready");
            }
            log.append(NewEvent.of(SupportEventKind.SUPPORT_ACCESS_REQUESTED)
                    .with("ticket", ticket)
                    .with("reason", reason));
            publisher.publishEvent(new SupportRequested(request.askedBy(), ticket, reason));
            return request;
        });
    }

    /**
     * Begins a visit, for a ticket.
     *
     * @throws NotFoundException where there is no such company
     * @throws RefusedException where nothing is granted
     */
    public void start(CompanyId company, String ticket) {
        inside(company, () -> {
            if (current().grant().isEmpty()) {
                throw new RefusedException("support.notGranted");
            }
            store.startSession(person(), ticket, clock.instant());
            log.append(NewEvent.of(SupportEventKind.SUPPORT_SESSION_STARTED).with("ticket", ticket));
            return company;
        });
    }

    /**
     * Looks at something as it is at one moment, whatever ends meanwhile, and writes that into the company's log: in the same
     * transaction, without which nothing is shown, and last, as a search over shards does not follow a write.
     *
     * @param what the thing looked at, for the log
     * @throws NotFoundException where there is no such company
     * @throws RefusedException where that much is not granted, or no visit has begun
     */
    public <T> Look<T> look(CompanyId company, GrantedAccess needed, String what, Supplier<T> read) {
        return inside(looking, company, () -> {
            var look = PageView.during(() -> allowed(needed, read));
            log.append(NewEvent.of(SupportEventKind.SUPPORT_DATA_VIEWED, what)
                    .variant("viewed")
                    .with("ticket", look.support().ticket().orElseThrow())
                    .with("viewed", what));
            return look;
        });
    }

    private <T> Look<T> allowed(GrantedAccess needed, Supplier<T> read) {
        var support = current();
        if (support.grant().filter(one -> one.access().covers(needed)).isEmpty()) {
            throw new RefusedException("support.notGranted");
        }
        if (support.ticket().isEmpty()) {
            throw new RefusedException("support.noTicket");
        }
        return new Look<>(support, read.get());
    }

    /**
     * Reads what support may see in any case, which is no look.
     *
     * @throws NotFoundException where there is no such company
     */
    <T> Look<T> glance(CompanyId company, Supplier<T> read) {
        return inside(company, () -> PageView.during(() -> new Look<>(current(), read.get())));
    }

    /** What was seen, and how support stood in the company at that moment. */
    public record Look<T>(CompanySupport support, T seen) {}

    private static PersonId person() {
        return ((Actor.Staff) Current.actor()).id();
    }

    private <T> T inside(CompanyId company, Supplier<T> work) {
        return inside(transaction, company, work);
    }

    private static <T> T inside(TransactionTemplate transaction, CompanyId company, Supplier<T> work) {
        return Current.asStaff(company, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
