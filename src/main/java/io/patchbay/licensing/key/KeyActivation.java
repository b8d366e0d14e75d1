package io.patchbay.licensing.key;

import io.patchbay.company.CompanyLock;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.licensing.LicenseView;
import io.patchbay.licensing.Licenses;
import io.patchbay.licensing.Plans;
import io.patchbay.licensing.license.License;
import io.patchbay.licensing.license.LicenseRepository;
import io.patchbay.licensing.license.LicensingEventKind;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one transaction that makes a key an environment's license. */
@Service
class KeyActivation {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final CompanyLock companyLock;
    private final IssuedKeyRepository keys;
    private final LicenseRepository licenses;
    private final Licenses views;
    private final Plans plans;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    KeyActivation(
            CompanyLock companyLock,
            IssuedKeyRepository keys,
            LicenseRepository licenses,
            Licenses views,
            Plans plans,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.companyLock = companyLock;
        this.keys = keys;
        this.licenses = licenses;
        this.views = views;
        this.plans = plans;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Waits for other changes of the company's licenses: of an environment one license is open at most. */
    @Transactional
    Activation activate(EnvironmentId environment, UUID keyId, boolean lowerIsWanted) {
        companyLock.lock();
        var view = views.of(environment);
        var now = clock.instant();
        var key = keys.locked(keyId).orElseThrow();
        var problem = problem(key, environment, now);
        if (problem != null) {
            return problem;
        }
        var open = licenses.open(Current.company().value(), environment.value());
        if (open.isPresent() && keyId.equals(open.get().keyId())) {
            return activated(key, view);
        }
        var before = open.filter(license -> license.valid(now)).map(License::plan);
        if (!lowerIsWanted && before.isPresent() && plans.isLower(key.plan(), before.get())) {
            return new Activation.Lowers(keyId, plans.nameOf(before.get()), plans.nameOf(key.plan()));
        }
        open.ifPresent(license -> replace(license, now));
        take(key, view, before, now);
        return activated(key, view);
    }

    private static Activation activated(IssuedKey key, LicenseView view) {
        var managed = view.environment().managedDevices();
        return new Activation.Activated(key.devices(), managed != null && managed > key.devices() ? managed : null);
    }

    private Activation.@Nullable Refused problem(IssuedKey key, EnvironmentId environment, Instant now) {
        if (key.belongsToOther(Current.company())) {
            return refused(KeyProblem.OTHER_COMPANY);
        }
        if (key.revoked()) {
            return refused(KeyProblem.REVOKED);
        }
        if (key.period().over(now)) {
            return refused(KeyProblem.EXPIRED, DAY.format(key.period().lastDay()));
        }
        if (key.period().ahead(now)) {
            return refused(KeyProblem.NOT_YET_VALID, DAY.format(key.period().firstDay()));
        }
        if (plans.find(key.plan()).isEmpty()) {
            return refused(KeyProblem.NOT_OFFERED);
        }
        return key.activeElsewhere(environment.value())
                .map(name -> refused(KeyProblem.OTHER_ENVIRONMENT, name))
                .orElse(null);
    }

    private static Activation.Refused refused(KeyProblem problem, String... args) {
        return new Activation.Refused(problem, List.of(args));
    }

    private void replace(License license, Instant now) {
        license.close(License.CloseReason.REPLACED, now);
        licenses.saveAndFlush(license);
        Optional.ofNullable(license.keyId()).flatMap(keys::locked).ifPresent(IssuedKey::released);
    }

    private void take(IssuedKey key, LicenseView view, Optional<String> before, Instant now) {
        var environment = view.environment();
        var by = Current.actor().name();
        key.activated(
                Current.company(),
                Current.scope().map(Current.Scope::companyName).orElse(""),
                environment,
                now);
        licenses.saveAndFlush(
                License.of(key.terms(), Current.company(), identifiers.next(), environment.id(), by, now));
        log.append(NewEvent.of(LicensingEventKind.LICENSE_ACTIVATED, plans.nameOf(key.plan()), environment.name())
                .in(environment.id())
                .tenant(environment.tenantId())
                .with("plan", plans.nameOf(key.plan()))
                .with("devices", key.devices())
                .with("key ending", key.ending())
                .with("first day", key.period().firstDay())
                .with("last day", key.period().lastDay())
                .with("plan before", before.map(plans::nameOf).orElse(null)));
    }
}
