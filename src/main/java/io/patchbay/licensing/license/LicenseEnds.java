package io.patchbay.licensing.license;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.licensing.LicenseEnded;
import io.patchbay.licensing.LicenseEnding;
import io.patchbay.licensing.Plans;
import io.patchbay.platform.job.PerCompany;
import io.patchbay.platform.ratelimit.RateLimits;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells that a trial or a license ends soon, and writes into the event log that it ended. What has ended, has ended: that depends on nothing here. */
@Configuration(proxyBeanMethods = false)
public class LicenseEnds {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Actor ACTOR = Actor.Machine.PATCHBAY;
    private static final Duration TOLD_BEFORE = Duration.ofDays(7);
    private static final Duration RATE_LIMITS_KEPT = Duration.ofDays(2);

    private final LicenseLookup lookup;
    private final LicenseRepository licenses;
    private final Plans plans;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final RateLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LicenseEnds(
            LicenseLookup lookup,
            LicenseRepository licenses,
            Plans plans,
            EventLog log,
            ApplicationEventPublisher publisher,
            RateLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.lookup = lookup;
        this.licenses = licenses;
        this.plans = plans;
        this.log = log;
        this.publisher = publisher;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    Task<Void> licenseEndsTask() {
        return Tasks.recurring("license-ends", FixedDelay.of(EVERY)).execute((instance, context) -> note());
    }

    public void note() {
        var now = clock.instant();
        forEach(lookup.ended(now), this::note);
        forEach(lookup.ending(now, now.plus(TOLD_BEFORE)), this::announce);
        limits.forgetBefore(now.minus(RATE_LIMITS_KEPT));
    }

    private void forEach(List<LicenseId> licenses, Consumer<LicenseId> change) {
        PerCompany.forEach(
                licenses,
                license -> new CompanyId(license.companyId()),
                ACTOR,
                license -> transaction.executeWithoutResult(status -> change.accept(license)));
    }

    private void announce(LicenseId id) {
        licenses.findById(id).filter(License::endToBeAnnounced).ifPresent(license -> {
            license.endAnnounced();
            licenses.saveAndFlush(license);
            publisher.publishEvent(new LicenseEnding(
                    license.environment(),
                    plans.nameOf(license.plan()),
                    license.isTrial(),
                    license.period().lastDay()));
        });
    }

    private void note(LicenseId id) {
        var ended = licenses.findById(id).filter(license -> license.endToBeNoted(clock.instant()));
        ended.ifPresent(license -> {
            license.endNoted();
            licenses.saveAndFlush(license);
            var event = license.isTrial()
                    ? NewEvent.of(LicensingEventKind.TRIAL_EXPIRED)
                    : NewEvent.of(LicensingEventKind.LICENSE_EXPIRED).with("key ending", license.keyEnding());
            log.append(event.in(license.environment())
                    .with("plan", plans.nameOf(license.plan()))
                    .with("last day", license.period().lastDay()));
            publisher.publishEvent(new LicenseEnded(license.environment(), plans.nameOf(license.plan())));
        });
    }
}
