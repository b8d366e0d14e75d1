package io.patchbay.licensing;

import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.licensing.key.IssuedKey;
import io.patchbay.licensing.license.LicensingEventKind;
import io.patchbay.licensing.quote.QuoteRepository;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Quotes as the vendor's sales staff see and answer them. */
@Service
public class QuoteAdministration {

    private final QuoteRepository quotes;
    private final Plans plans;
    private final EventLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    QuoteAdministration(
            QuoteRepository quotes,
            Plans plans,
            EventLog log,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transaction) {
        this.quotes = quotes;
        this.plans = plans;
        this.log = log;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Quotes of a status, newest first.
     *
     * @param before the quote that the page before ended with, null for the first page
     */
    public List<QuoteView> withStatus(QuoteView.QuoteStatus status, @Nullable UUID before, int atMost) {
        return quotes.withStatus(status, before, Limit.of(atMost)).stream()
                .map(quote -> quote.view(plans, false))
                .toList();
    }

    /**
     * One quote.
     *
     * @throws NotFoundException where there is none
     */
    public QuoteView get(UUID id) {
        return quotes.findById(id).map(quote -> quote.view(plans, false)).orElseThrow(NotFoundException::new);
    }

    /**
     * Declines a quote and says why.
     *
     * @throws NotFoundException where there is none
     * @throws ConflictException where it was answered already
     */
    public void decline(UUID id, String why) {
        Current.asStaff(
                CompanyId.OPERATOR,
                () -> transaction.execute(status -> {
                    var quote = quotes.findById(id).orElseThrow(NotFoundException::new);
                    quote.declined(why, Current.actor().name(), clock.instant());
                    quotes.saveAndFlush(quote);
                    var event = NewEvent.of(LicensingEventKind.QUOTE_DECLINED, quote.reference())
                            .with("reference", quote.reference())
                            .with("answer", why);
                    log.append(event);
                    quote.company().ifPresent(company -> log.appendTo(company, event));
                    events.publishEvent(new QuoteStatusChanged(id, QuoteView.QuoteStatus.DECLINED));
                    return id;
                }));
    }

    /**
     * Answers a quote with a key, in the transaction that issues it, and returns its reference. A quote of nobody who was
     * signed in becomes one of the company that alone may activate the key.
     */
    String answer(UUID id, IssuedKey key, @Nullable CompanyId forCompany) {
        var quote = quotes.findById(id).orElseThrow(NotFoundException::new);
        quote.answered(key, forCompany, Current.actor().name(), clock.instant());
        quotes.saveAndFlush(quote);
        quote.company()
                .ifPresent(company -> log.appendTo(
                        company,
                        NewEvent.of(LicensingEventKind.QUOTE_ANSWERED, quote.reference())
                                .with("reference", quote.reference())
                                .with("plan", plans.nameOf(key.plan()))
                                .with("devices", key.devices())
                                .with("key ending", key.ending())));
        events.publishEvent(new QuoteStatusChanged(id, QuoteView.QuoteStatus.ANSWERED));
        return quote.reference();
    }
}
