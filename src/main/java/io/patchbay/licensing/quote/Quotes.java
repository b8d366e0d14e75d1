package io.patchbay.licensing.quote;

import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.licensing.Licenses;
import io.patchbay.licensing.Plans;
import io.patchbay.licensing.QuoteStatusChanged;
import io.patchbay.licensing.QuoteView;
import io.patchbay.licensing.key.IssuedKey;
import io.patchbay.licensing.key.IssuedKeyRepository;
import io.patchbay.licensing.key.LicenseKey;
import io.patchbay.licensing.license.LicensingEventKind;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.ratelimit.RateLimits;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking the vendor for a license, signed in or not. */
@Service
public class Quotes {

    private static final int A_DAY = 10;
    private static final int SHOWN_AT_MOST = 50;
    private static final int REFERENCE_LENGTH = 8;
    private static final RandomGenerator RANDOM = new SecureRandom();

    private final QuoteRepository quotes;
    private final IssuedKeyRepository keys;
    private final Licenses licenses;
    private final Plans plans;
    private final RateLimits limits;
    private final EventLog log;
    private final ApplicationEventPublisher events;
    private final Identifiers identifiers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Quotes(
            QuoteRepository quotes,
            IssuedKeyRepository keys,
            Licenses licenses,
            Plans plans,
            RateLimits limits,
            EventLog log,
            ApplicationEventPublisher events,
            Identifiers identifiers,
            Clock clock,
            TransactionTemplate transaction) {
        this.quotes = quotes;
        this.keys = keys;
        this.licenses = licenses;
        this.plans = plans;
        this.limits = limits;
        this.log = log;
        this.events = events;
        this.identifiers = identifiers;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Asks for a quote, for the current company where there is one.
     *
     * @param address where the request comes from
     * @return the reference number
     * @throws NotFoundException where the installation works without licenses
     * @throws TooManyRequestsException where the person, or the address of somebody not signed in, asked too often
     */
    public String request(NewQuote wanted, String address) {
        if (licenses.switchedOff()) {
            throw new NotFoundException();
        }
        var bucket = Current.scope()
                .map(Current.Scope::actor)
                .flatMap(actor -> actor instanceof Actor.Human human
                        ? Optional.of("quote/person/" + human.id())
                        : Optional.empty())
                .orElse("quote/address/" + address);
        var verdict = limits.take(List.of(bucket), A_DAY, Duration.ofDays(1));
        if (!verdict.allowed()) {
            throw new TooManyRequestsException(verdict.retryAfter());
        }
        var company = Current.companyIfAny();
        var actor = Current.scope().map(Current.Scope::actor).orElseGet(() -> new Actor.Machine("Quote form"));
        var reference = reference();
        return Current.as(company.orElse(CompanyId.OPERATOR), actor, () -> {
            transaction.executeWithoutResult(status -> {
                var id = identifiers.next();
                quotes.saveAndFlush(new Quote(id, reference, company.orElse(null), wanted, clock.instant()));
                tell(wanted, reference);
                events.publishEvent(new QuoteStatusChanged(id, QuoteView.QuoteStatus.REQUESTED));
            });
            return reference;
        });
    }

    private void tell(NewQuote wanted, String reference) {
        var event = NewEvent.of(LicensingEventKind.QUOTE_REQUESTED, reference)
                .with("reference", reference)
                .with("plan", plans.nameOf(wanted.plan()))
                .with("devices", wanted.devices())
                .with("for company", wanted.company());
        log.append(event);
        if (!Current.company().equals(CompanyId.OPERATOR)) {
            log.appendTo(CompanyId.OPERATOR, event);
        }
    }

    /** The newest quotes of the current company, newest first. */
    public List<QuoteView> ofCompany() {
        var found = quotes.ofCompany(Current.company().value(), Limit.of(SHOWN_AT_MOST));
        var used = keys
                .findAllById(
                        found.stream().flatMap(quote -> quote.key().stream()).toList())
                .stream()
                .filter(key -> key.activatedIn().isPresent())
                .map(IssuedKey::id)
                .collect(Collectors.toSet());
        return found.stream()
                .map(quote ->
                        quote.view(plans, quote.key().filter(used::contains).isPresent()))
                .toList();
    }

    private static String reference() {
        return RANDOM.ints(REFERENCE_LENGTH, 0, LicenseKey.ALPHABET.length())
                .mapToObj(i -> String.valueOf(LicenseKey.ALPHABET.charAt(i)))
                .collect(Collectors.joining("", "Q-", ""));
    }
}
