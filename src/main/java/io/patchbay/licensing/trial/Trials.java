package io.patchbay.licensing.trial;

import io.patchbay.company.CompanyLock;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.licensing.LicenseView;
import io.patchbay.licensing.Licenses;
import io.patchbay.licensing.Plan;
import io.patchbay.licensing.license.License;
import io.patchbay.licensing.license.LicenseRepository;
import io.patchbay.licensing.license.LicensingEventKind;
import io.patchbay.licensing.license.LicensingProperties;
import io.patchbay.licensing.license.Period;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The free trial: once for each company and once for each Intune tenant, ever. */
@Service
public class Trials {

    private final CompanyLock companyLock;
    private final Licenses licenses;
    private final LicenseRepository repository;
    private final TrialClaims claims;
    private final LicensingProperties properties;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    Trials(
            CompanyLock companyLock,
            Licenses licenses,
            LicenseRepository repository,
            TrialClaims claims,
            LicensingProperties properties,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.companyLock = companyLock;
        this.licenses = licenses;
        this.repository = repository;
        this.claims = claims;
        this.properties = properties;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Starts the trial of an environment.
     *
     * @param devices how many devices shall be managed in production, 1 or more
     * @throws NotFoundException where the company has no such environment, or the installation works without licenses
     */
    @Transactional
    public Trial start(EnvironmentId id, int devices, Plan plan) {
        if (licenses.switchedOff()) {
            throw new NotFoundException();
        }
        companyLock.lock();
        var view = licenses.of(id);
        var tenant = view.environment().tenantId();
        if (view.valid()) {
            return new Trial.Refused(view.trial() ? Trial.RefusalReason.COMPANY_HAD_ONE : Trial.RefusalReason.LICENSED);
        }
        if (tenant == null) {
            return new Trial.Refused(Trial.RefusalReason.NOT_CONNECTED);
        }
        if (!claims.claim(tenant, clock.instant())) {
            return new Trial.Refused(
                    claims.hadOne() ? Trial.RefusalReason.COMPANY_HAD_ONE : Trial.RefusalReason.TENANT_HAD_ONE);
        }
        begin(view, tenant, devices, plan);
        return new Trial.Started();
    }

    private void begin(LicenseView view, UUID tenant, int devices, Plan plan) {
        var now = clock.instant();
        var environment = view.environment().id();
        repository.open(Current.company().value(), environment.value()).ifPresent(expired -> {
            expired.close(License.CloseReason.REPLACED, now);
            repository.saveAndFlush(expired);
        });
        var period = Period.trial(now, properties.trialDays());
        repository.saveAndFlush(License.trial(
                Current.company(),
                identifiers.next(),
                environment,
                plan,
                devices,
                period,
                Current.actor().name(),
                now));
        log.append(NewEvent.of(
                        LicensingEventKind.TRIAL_STARTED,
                        plan.name(),
                        view.environment().name())
                .in(environment)
                .tenant(tenant)
                .with("plan", plan.name())
                .with("devices", devices)
                .with("last day", period.lastDay()));
    }
}
