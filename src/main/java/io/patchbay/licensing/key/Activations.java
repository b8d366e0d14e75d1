package io.patchbay.licensing.key;

import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.licensing.Licenses;
import io.patchbay.licensing.license.LicensingEventKind;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.ratelimit.RateLimits;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Activating license keys. Guessing them is slowed down and written into the event log. */
@Service
public class Activations {

    private static final int TRIES_AT_MOST = 10;
    private static final int TRIES_AT_MOST_FROM_AN_ADDRESS = 50;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final KeyActivation activation;
    private final IssuedKeys issued;
    private final Licenses licenses;
    private final RateLimits limits;
    private final EventLog log;
    private final MessageSourceAccessor messages;
    private final TransactionTemplate transaction;

    Activations(
            KeyActivation activation,
            IssuedKeys issued,
            Licenses licenses,
            RateLimits limits,
            EventLog log,
            MessageSourceAccessor messages,
            TransactionTemplate transaction) {
        this.activation = activation;
        this.issued = issued;
        this.licenses = licenses;
        this.limits = limits;
        this.log = log;
        this.messages = messages;
        this.transaction = transaction;
    }

    /**
     * Activates the key that somebody typed, in an environment of the current company.
     *
     * @throws NotFoundException where the company has no such environment, or the installation works without licenses
     * @throws TooManyRequestsException where person, company or address tried too often; a typing error is no try
     */
    public Activation activate(EnvironmentId environment, String typed) {
        refuseWhereSwitchedOff();
        licenses.of(environment);
        var key = LicenseKey.read(typed);
        if (key.isEmpty()) {
            return new Activation.Refused(KeyProblem.MISTYPED, List.of());
        }
        slowDown(environment);
        var id = issued.find(key.get());
        if (id.isEmpty()) {
            return logged(environment, key.get().ending(), new Activation.Refused(KeyProblem.UNKNOWN, List.of()));
        }
        return logged(environment, key.get().ending(), activation.activate(environment, id.get(), false));
    }

    /**
     * Activates a key again that would lower the plan, now that somebody confirmed it.
     *
     * @param key what {@link Activation.Lowers} named
     * @throws NotFoundException where the company has no such environment
     */
    public Activation confirmed(EnvironmentId environment, UUID key) {
        refuseWhereSwitchedOff();
        return logged(environment, "", activation.activate(environment, key, true));
    }

    /**
     * Activates a key that nobody had to type, such as the one with which a quote was answered.
     *
     * @throws NotFoundException where the company has no such environment
     */
    public Activation known(EnvironmentId environment, UUID key) {
        refuseWhereSwitchedOff();
        return logged(environment, "", activation.activate(environment, key, false));
    }

    private void refuseWhereSwitchedOff() {
        if (licenses.switchedOff()) {
            throw new NotFoundException();
        }
    }

    private void slowDown(EnvironmentId environment) {
        slowDown(environment, buckets(Current.company()), TRIES_AT_MOST);
        slowDown(environment, address(), TRIES_AT_MOST_FROM_AN_ADDRESS);
    }

    private void slowDown(EnvironmentId environment, List<String> buckets, int atMost) {
        var verdict = limits.take(buckets, atMost, WINDOW);
        if (verdict.firstRefusal()) {
            append(environment, "", messages.getMessage("license.key.tooOften"));
        }
        if (!verdict.allowed()) {
            throw new TooManyRequestsException(verdict.retryAfter());
        }
    }

    private static List<String> buckets(CompanyId company) {
        var ofCompany = "license-key/company/" + company;
        return Current.actor() instanceof Actor.Human person
                ? List.of(ofCompany, "license-key/person/" + person.id())
                : List.of(ofCompany);
    }

    /** Many companies may sit behind one address, so it may try more often. */
    private static List<String> address() {
        var origin = Current.actor() instanceof Actor.Human person ? person.origin() : null;
        return origin == null ? List.of() : List.of("license-key/address/" + origin.address());
    }

    private Activation logged(EnvironmentId environment, String ending, Activation outcome) {
        if (outcome instanceof Activation.Refused(var problem, var args)) {
            append(environment, ending, messages.getMessage("license.key." + problem.name(), args.toArray()));
        }
        return outcome;
    }

    private void append(EnvironmentId environment, String ending, String reason) {
        transaction.executeWithoutResult(
                status -> log.append(NewEvent.of(LicensingEventKind.LICENSE_KEY_REFUSED, reason)
                        .in(environment)
                        .with("reason", reason)
                        .with("key ending", ending)));
    }
}
