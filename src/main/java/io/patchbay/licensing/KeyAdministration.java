package io.patchbay.licensing;

import io.patchbay.company.Companies;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.licensing.key.IssuedKey;
import io.patchbay.licensing.key.IssuedKeyRepository;
import io.patchbay.licensing.key.KeyHashes;
import io.patchbay.licensing.key.LicenseKey;
import io.patchbay.licensing.license.License;
import io.patchbay.licensing.license.LicenseRepository;
import io.patchbay.licensing.license.LicensingEventKind;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** License keys as the vendor's sales staff issue and revoke them. */
@Service
public class KeyAdministration {

    private static final RandomGenerator RANDOM = new SecureRandom();

    private final IssuedKeyRepository keys;
    private final LicenseRepository licenses;
    private final QuoteAdministration quotes;
    private final KeyHashes hashes;
    private final Plans plans;
    private final Companies companies;
    private final EventLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeyAdministration(
            IssuedKeyRepository keys,
            LicenseRepository licenses,
            QuoteAdministration quotes,
            KeyHashes hashes,
            Plans plans,
            Companies companies,
            EventLog log,
            Clock clock,
            TransactionTemplate transaction) {
        this.keys = keys;
        this.licenses = licenses;
        this.quotes = quotes;
        this.hashes = hashes;
        this.plans = plans;
        this.companies = companies;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Issues a license key, as the answer to a quote where one is named.
     *
     * @return the key in groups of five, to be shown this once: it is not kept
     * @throws UnknownCompanyException where the company does not exist
     * @throws ConflictException where it was issued already, or the quote answered already
     */
    public String issue(NewKey wanted) {
        if (wanted.company() != null && companies.nameOf(wanted.company()).isEmpty()) {
            throw new UnknownCompanyException();
        }
        var key = LicenseKey.random(RANDOM);
        Current.asStaff(
                CompanyId.OPERATOR,
                () -> transaction.execute(status -> {
                    var issued = store(wanted, key);
                    var reference =
                            wanted.quote() == null ? null : quotes.answer(wanted.quote(), issued, wanted.company());
                    log.append(issued(wanted, issued, reference));
                    return issued;
                }));
        return key.grouped();
    }

    /** The form brings the key's identifier along, so that a form sent twice, even at once, issues one key. */
    private IssuedKey store(NewKey wanted, LicenseKey key) {
        if (keys.existsById(wanted.id())) {
            throw new ConflictException("staff.licensing.issuedAlready");
        }
        try {
            return keys.saveAndFlush(new IssuedKey(
                    wanted, hashes.of(key), key.ending(), Current.actor().name(), clock.instant()));
        } catch (DataIntegrityViolationException issuedMeanwhile) {
            throw new ConflictException("staff.licensing.issuedAlready");
        }
    }

    /** There is no company with that identifier. */
    public static class UnknownCompanyException extends RuntimeException {}

    private NewEvent issued(NewKey wanted, IssuedKey key, @Nullable String reference) {
        return NewEvent.of(LicensingEventKind.LICENSE_KEY_ISSUED, plans.nameOf(key.plan()))
                .with("plan", plans.nameOf(key.plan()))
                .with("devices", key.devices())
                .with("key ending", key.ending())
                .with("first day", wanted.firstDay())
                .with("last day", wanted.lastDay())
                .with("for company", wanted.company())
                .with("quote", reference);
    }

    /**
     * Issued keys, newest first.
     *
     * @param before the key that the page before ended with, null for the first page
     */
    public List<IssuedKeyView> newest(@Nullable UUID before, int atMost) {
        var now = clock.instant();
        var found = before == null ? keys.newest(Limit.of(atMost)) : keys.before(before, Limit.of(atMost));
        return found.stream().map(key -> key.view(plans, now)).toList();
    }

    /**
     * One issued key.
     *
     * @throws NotFoundException where there is none
     */
    public IssuedKeyView get(UUID id) {
        return keys.findById(id).map(key -> key.view(plans, clock.instant())).orElseThrow(NotFoundException::new);
    }

    /**
     * Revokes a key, and with it the license that it gave.
     *
     * @throws NotFoundException where there is none
     * @throws ConflictException where it was revoked already
     */
    public void revoke(UUID id) {
        var company = keys.findById(id)
                .orElseThrow(NotFoundException::new)
                .activatedIn()
                .orElse(CompanyId.OPERATOR);
        Current.asStaff(
                company,
                () -> transaction.execute(status -> {
                    var key = keys.locked(id).orElseThrow(NotFoundException::new);
                    if (key.revoked()
                            || !key.activatedIn().orElse(CompanyId.OPERATOR).equals(company)) {
                        throw new ConflictException("staff.licensing.changed");
                    }
                    key.revoked(Current.actor().name(), clock.instant());
                    var event = NewEvent.of(LicensingEventKind.LICENSE_REVOKED, key.ending())
                            .with("plan", plans.nameOf(key.plan()))
                            .with("key ending", key.ending());
                    log.append(event.in(close(key, company)));
                    if (!company.equals(CompanyId.OPERATOR)) {
                        log.appendTo(CompanyId.OPERATOR, event);
                    }
                    return id;
                }));
    }

    private @Nullable EnvironmentId close(IssuedKey key, CompanyId company) {
        return licenses.openOfKey(company.value(), key.id())
                .map(license -> {
                    license.close(License.CloseReason.REVOKED, clock.instant());
                    licenses.saveAndFlush(license);
                    return license.environment();
                })
                .orElse(null);
    }
}
