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

/** Tells that a trial or a licence ends soon, and writes into the event log that it ended. What has ended, has ended: that depends on nothing here. */
@Configuration(proxyBeanMethods = false)
class LicenceEnds {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Actor ACTOR = new Actor.Machine("Licensing");
    private static final Duration TOLD_BEFORE = Duration.ofDays(7);
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
                        ACTOR,
                        () -> transaction.execute(
                                status -> note(new LicenceId(ended.company().value(), ended.id())))));
        door.licencesEnding(clock.instant(), clock.instant().plus(TOLD_BEFORE))
                .forEach(ending -> Current.as(
                        ending.company(),
                        ACTOR,
                        () -> transaction.execute(status ->
                                announce(new LicenceId(ending.company().value(), ending.id())))));
        limits.forgetBefore(clock.instant().minus(RATE_LIMITS_KEPT));
    }

    private boolean announce(LicenceId id) {
        var ending = licences.findById(id).filter(Licence::endToBeAnnounced);
        ending.ifPresent(licence -> {
            licence.endAnnounced();
            licences.saveAndFlush(licence);
            publisher.publishEvent(new LicenceEnding(
                    licence.environment(),
                    plans.nameOf(licence.plan()),
                    licence.isTrial(),
                    licence.period().lastDay()));
        });
        return ending.isPresent();
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
