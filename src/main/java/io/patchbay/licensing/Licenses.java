package io.patchbay.licensing;

import io.patchbay.licensing.license.License;
import io.patchbay.licensing.license.LicenseRepository;
import io.patchbay.licensing.license.LicensingProperties;
import io.patchbay.licensing.license.NewestLicense;
import io.patchbay.licensing.license.NewestLicenses;
import io.patchbay.licensing.license.PastLicense;
import io.patchbay.platform.pageview.PageView;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The licenses of the current company's environments, and what they allow. */
@Service
public class Licenses {

    private final LicenseRepository licenses;
    private final NewestLicenses newest;
    private final LicensedEnvironments environments;
    private final LicensingProperties properties;
    private final Plans plans;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    Licenses(
            LicenseRepository licenses,
            NewestLicenses newest,
            LicensedEnvironments environments,
            LicensingProperties properties,
            Plans plans,
            MessageSourceAccessor messages,
            Clock clock) {
        this.licenses = licenses;
        this.newest = newest;
        this.environments = environments;
        this.properties = properties;
        this.plans = plans;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether this installation works without licenses, so that nothing of them is to be shown. */
    public boolean switchedOff() {
        return properties.open();
    }

    /** How many deployments a trial allows. */
    public int trialDeployments() {
        return properties.trialDeployments();
    }

    /** How long a trial lasts. */
    public int trialDays() {
        return properties.trialDays();
    }

    /** Each environment with its license, oldest environment first. */
    public List<LicenseView> all() {
        return PageView.once(Licenses.class, this::read);
    }

    private List<LicenseView> read() {
        var known = newest.byEnvironment();
        var now = clock.instant();
        return environments.all().stream()
                .map(environment -> view(environment, known.get(environment.id()), now))
                .toList();
    }

    /** The same by environment. */
    public Map<EnvironmentId, LicenseView> byEnvironment() {
        return all().stream()
                .collect(Collectors.toMap(view -> view.environment().id(), Function.identity()));
    }

    /**
     * The license of one environment.
     *
     * @throws NotFoundException where the company has no such environment
     */
    public LicenseView of(EnvironmentId id) {
        return all().stream()
                .filter(view -> view.environment().id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Every license the environment ever had, newest first. */
    @Transactional(readOnly = true)
    public List<PastLicense> history(EnvironmentId id) {
        var now = clock.instant();
        return licenses.ofEnvironment(Current.company().value(), id.value()).stream()
                .map(license -> past(license, now))
                .toList();
    }

    /**
     * Whether the environment may do that now, and if not, why.
     *
     * @throws NotFoundException where the company has no such environment
     */
    public Permit may(EnvironmentId environment, Use use) {
        return permit(of(environment), use);
    }

    /** The same for each environment of the current company. */
    public Map<EnvironmentId, Permit> may(Use use) {
        return all().stream()
                .collect(Collectors.toMap(view -> view.environment().id(), view -> permit(view, use)));
    }

    private Permit permit(LicenseView view, Use use) {
        return switchedOff() || !use.needsLicense() || view.valid()
                ? new Permit.Granted()
                : new Permit.Denied(
                        messages.getMessage("license.denied." + view.status().name()));
    }

    /**
     * How many deployments the environment may have: those of its plan, fewer during a trial, none without a license.
     */
    public int deploymentLimit(EnvironmentId environment) {
        if (switchedOff()) {
            return Integer.MAX_VALUE;
        }
        var license = newest.byEnvironment().get(environment);
        if (license == null || !license.valid(clock.instant())) {
            return 0;
        }
        return license.trial()
                ? properties.trialDeployments()
                : plans.find(license.plan()).map(Plan::deployments).orElse(0);
    }

    private LicenseView view(LicensedEnvironment environment, @Nullable NewestLicense license, Instant now) {
        if (license == null) {
            return LicenseView.none(environment);
        }
        var period = license.period();
        return new LicenseView(
                environment,
                status(license.revoked(), license.valid(now)),
                license.trial(),
                plans.nameOf(license.plan()),
                license.devices(),
                license.keyEnding(),
                period.firstDay(),
                period.lastDay(),
                period.daysLeft(now));
    }

    private static LicenseView.LicenseStatus status(boolean revoked, boolean valid) {
        if (revoked) {
            return LicenseView.LicenseStatus.REVOKED;
        }
        return valid ? LicenseView.LicenseStatus.VALID : LicenseView.LicenseStatus.EXPIRED;
    }

    private PastLicense past(License license, Instant now) {
        var period = license.period();
        return new PastLicense(
                plans.nameOf(license.plan()),
                license.devices(),
                license.keyEnding(),
                period.firstDay(),
                period.lastDay(),
                license.activatedAt(),
                license.activatedBy(),
                "license.outcome."
                        + (license.replacedInForce()
                                ? "REPLACED"
                                : status(license.revoked(), license.valid(now)).name()));
    }
}
