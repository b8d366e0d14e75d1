package io.patchbay.licensing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.patchbay.event.EventLog;
import io.patchbay.event.EventType;
import io.patchbay.event.NewEvent;
import io.patchbay.tenancy.Actor;
import io.patchbay.tenancy.CrossCompanyDoor;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.RateLimits;
import io.patchbay.web.Correlation;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes into the event log that a trial or a licence ended. Nothing depends on it but the log: what has ended, has ended. */
@Configuration(proxyBeanMethods = false)
class LicenceEnds {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration RATE_LIMITS_KEPT = Duration.ofDays(2);

    private final CrossCompanyDoor door;
    private final LicenceRepository licences;
    private final Plans plans;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final RateLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LicenceEnds(
            CrossCompanyDoor door,
            LicenceRepository licences,
            Plans plans,
            EventLog log,
            ApplicationEventPublisher publisher,
            RateLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.door = door;
        this.licences = licences;
        this.plans = plans;
        this.log = log;
        this.publisher = publisher;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    Task<Void> licenceEndsTask() {
        return Tasks.recurring("licence-ends", FixedDelay.of(EVERY))
                .execute(
                        (instance, context) -> Correlation.run(UUID.randomUUID().toString(), this::note));
    }

    void note() {
        door.licencesEnded(clock.instant())
                .forEach(ended -> Current.as(
                        ended.company(),
                        new Actor.Machine("Licensing"),
                        () -> transaction.execute(
                                status -> note(new LicenceId(ended.company().value(), ended.id())))));
        limits.forgetBefore(clock.instant().minus(RATE_LIMITS_KEPT));
    }

    private boolean note(LicenceId id) {
        var ended = licences.findById(id).filter(licence -> licence.endToBeNoted(clock.instant()));
        ended.ifPresent(licence -> {
            licence.endNoted();
            licences.saveAndFlush(licence);
            var event = licence.isTrial()
                    ? NewEvent.of(EventType.TRIAL_EXPIRED, "The free trial ended.")
                    : NewEvent.of(EventType.LICENSE_EXPIRED, "The license ended.")
                            .with("key ending", licence.keyEnding());
            log.append(event.in(licence.environment())
                    .with("plan", plans.nameOf(licence.plan()))
                    .with("last day", licence.period().lastDay()));
            publisher.publishEvent(new LicenceEnded(licence.environment(), plans.nameOf(licence.plan())));
        });
        return ended.isPresent();
    }
}
