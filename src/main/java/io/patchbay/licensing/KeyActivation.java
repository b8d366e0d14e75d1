package io.patchbay.licensing;

import io.patchbay.event.EventLog;
import io.patchbay.event.EventType;
import io.patchbay.event.NewEvent;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.EnvironmentId;
import io.patchbay.tenancy.Identifiers;
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

/** The one transaction that makes a key an environment's licence. */
@Service
class KeyActivation {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final IssuedKeyRepository keys;
    private final LicenceRepository licences;
    private final Licences views;
    private final Plans plans;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    KeyActivation(
            IssuedKeyRepository keys,
            LicenceRepository licences,
            Licences views,
            Plans plans,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.keys = keys;
        this.licences = licences;
        this.views = views;
        this.plans = plans;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Transactional
    Activation activate(EnvironmentId environment, UUID keyId, boolean lowerIsWanted) {
        var view = views.of(environment);
        var now = clock.instant();
        var key = keys.locked(keyId).orElseThrow();
        var problem = problem(key, environment, now);
        if (problem != null) {
            return problem;
        }
        var open = licences.open(Current.company().value(), environment.value());
        if (open.isPresent() && keyId.equals(open.get().keyId())) {
            return activated(key, view);
        }
        var before = open.filter(licence -> licence.valid(now)).map(Licence::plan);
        if (!lowerIsWanted && before.isPresent() && plans.isLower(key.plan(), before.get())) {
            return new Activation.Lowers(keyId, plans.nameOf(before.get()), plans.nameOf(key.plan()));
        }
        open.ifPresent(licence -> replace(licence, now));
        take(key, view, before, now);
        return activated(key, view);
    }

    private static Activation activated(IssuedKey key, LicenceView view) {
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

    private void replace(Licence licence, Instant now) {
        licence.close(Licence.Closing.REPLACED, now);
        licences.saveAndFlush(licence);
        Optional.ofNullable(licence.keyId()).flatMap(keys::locked).ifPresent(IssuedKey::released);
    }

    private void take(IssuedKey key, LicenceView view, Optional<String> before, Instant now) {
        var company = Current.company();
        var environment = view.environment();
        var by = Current.actor().name();
        key.activated(company, Current.scope().map(Current.Scope::companyName).orElse(""), environment, now);
        licences.saveAndFlush(Licence.of(key, company, identifiers.next(), environment.id(), by, now));
        log.append(NewEvent.of(
                        EventType.LICENSE_ACTIVATED,
                        "%s activated a license of the plan %s for the environment %s."
                                .formatted(by, plans.nameOf(key.plan()), environment.name()))
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
