package io.patchbay.event.log;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.patchbay.event.EventRetention;
import io.patchbay.event.chain.EventChain;
import io.patchbay.event.retention.RetentionRows;
import io.patchbay.platform.job.PerCompany;
import io.patchbay.platform.tenancy.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done with every company's log again and again: its new events are sealed, its old ones leave. */
@Configuration(proxyBeanMethods = false)
public class LogJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LogJobs.class);
    private static final Actor ACTOR = new Actor.Machine("Event log");

    private final EventLogs logs;
    private final EventChain chain;
    private final EventRetention retention;
    private final RetentionRows months;
    private final Clock clock;

    LogJobs(EventLogs logs, EventChain chain, EventRetention retention, RetentionRows months, Clock clock) {
        this.logs = logs;
        this.chain = chain;
        this.retention = retention;
        this.months = months;
        this.clock = clock;
    }

    @Bean
    Task<Void> eventSealTask(EventProperties properties) {
        return Tasks.recurring("event-seal", Schedules.fixedDelay(properties.sealEvery()))
                .execute((instance, context) -> sealAll());
    }

    @Bean
    Task<Void> eventRetentionTask() {
        return Tasks.recurring("event-retention", Schedules.daily(LocalTime.of(1, 30)))
                .execute((instance, context) -> retainAll());
    }

    public void sealAll() {
        PerCompany.forEach(logs.unsealed(), Function.identity(), ACTOR, company -> {
            while (chain.seal() == EventChain.BATCH) {
                LOG.debug("More events of {} are to be sealed", company);
            }
        });
    }

    public void retainAll() {
        PerCompany.forEach(
                logs.all(),
                Function.identity(),
                ACTOR,
                company -> LOG.info("{} events of {} were older than it keeps them", retention.apply(), company));
        months.dropEmptyMonths(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
