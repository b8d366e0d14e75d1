package io.patchbay.licensing;

import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.EnvironmentId;
import io.patchbay.web.NotFoundException;
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

/** The licences of the current company's environments, and what they allow. */
@Service
public class Licences {

    private final LicenceRepository licences;
    private final LicensedEnvironments environments;
    private final LicensingProperties properties;
    private final Plans plans;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    Licences(
            LicenceRepository licences,
            LicensedEnvironments environments,
            LicensingProperties properties,
            Plans plans,
            MessageSourceAccessor messages,
            Clock clock) {
        this.licences = licences;
        this.environments = environments;
        this.properties = properties;
        this.plans = plans;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether this installation works without licences, so that nothing of them is to be shown. */
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

    /** Each environment with its licence, oldest environment first. */
    @Transactional(readOnly = true)
    public List<LicenceView> all() {
        var newest = licences.newest(Current.company().value()).stream()
                .collect(Collectors.toMap(Licence::environment, Function.identity()));
        var now = clock.instant();
        return environments.all().stream()
                .map(environment -> view(environment, newest.get(environment.id()), now))
                .toList();
    }

    /** The same by environment. */
    @Transactional(readOnly = true)
    public Map<EnvironmentId, LicenceView> byEnvironment() {
        return all().stream()
                .collect(Collectors.toMap(view -> view.environment().id(), Function.identity()));
    }

    /**
     * The licence of one environment.
     *
     * @throws NotFoundException where the company has no such environment
     */
    @Transactional(readOnly = true)
    public LicenceView of(EnvironmentId id) {
        return all().stream()
                .filter(view -> view.environment().id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Every licence the environment ever had, newest first. */
    @Transactional(readOnly = true)
    public List<PastLicence> history(EnvironmentId id) {
        var now = clock.instant();
        return licences.ofEnvironment(Current.company().value(), id.value()).stream()
                .map(licence -> past(licence, now))
                .toList();
    }

    /**
     * Whether the environment may do that now, and if not, why.
     *
     * @throws NotFoundException where the company has no such environment
     */
    @Transactional(readOnly = true)
    public Permit may(EnvironmentId environment, Use use) {
        return permit(of(environment), use);
    }

    /** The same for each environment of the current company. */
    @Transactional(readOnly = true)
    public Map<EnvironmentId, Permit> may(Use use) {
        return all().stream()
                .collect(Collectors.toMap(view -> view.environment().id(), view -> permit(view, use)));
    }

    private Permit permit(LicenceView view, Use use) {
        return switchedOff() || !use.needsLicence() || view.valid()
                ? new Permit.Granted()
                : new Permit.Denied(
                        messages.getMessage("license.denied." + view.status().name()));
    }

    /**
     * How many deployments the environment may have: those of its plan, fewer during a trial, none without a licence.
     *
     * @throws NotFoundException where the company has no such environment
     */
    @Transactional(readOnly = true)
    public int deploymentLimit(EnvironmentId environment) {
        if (switchedOff()) {
            return Integer.MAX_VALUE;
        }
        var now = clock.instant();
        return licences.open(Current.company().value(), environment.value())
                .filter(licence -> licence.valid(now))
                .map(licence -> licence.isTrial()
                        ? properties.trialDeployments()
                        : plans.find(licence.plan()).map(Plan::deployments).orElse(0))
                .orElse(0);
    }

    private LicenceView view(LicensedEnvironment environment, @Nullable Licence licence, Instant now) {
        if (licence == null) {
            return LicenceView.none(environment);
        }
        var period = licence.period();
        return new LicenceView(
                environment,
                status(licence, now),
                licence.isTrial(),
                plans.nameOf(licence.plan()),
                licence.devices(),
                licence.keyEnding(),
                period.firstDay(),
                period.lastDay(),
                period.daysLeft(now));
    }

    private static LicenceView.Status status(Licence licence, Instant now) {
        if (licence.revoked()) {
            return LicenceView.Status.REVOKED;
        }
        return licence.valid(now) ? LicenceView.Status.VALID : LicenceView.Status.EXPIRED;
    }

    private PastLicence past(Licence licence, Instant now) {
        var period = licence.period();
        return new PastLicence(
                plans.nameOf(licence.plan()),
                licence.devices(),
                licence.keyEnding(),
                period.firstDay(),
                period.lastDay(),
                licence.activatedAt(),
                licence.activatedBy(),
                "license.outcome."
                        + (licence.replacedInForce()
                                ? "REPLACED"
                                : status(licence, now).name()));
    }
}
