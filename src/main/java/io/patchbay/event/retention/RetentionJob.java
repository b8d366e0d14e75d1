package io.patchbay.event.retention;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.patchbay.event.EventRetention;
import io.patchbay.event.log.EventLogs;
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

/** Removes from every company's log, each day, what is older than it keeps. */
@Configuration(proxyBeanMethods = false)
public class RetentionJob {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final Actor ACTOR = Actor.Machine.PATCHBAY;

    private final EventLogs logs;
    private final EventRetention retention;
    private final RetentionStore months;
    private final Clock clock;

    RetentionJob(EventLogs logs, EventRetention retention, RetentionStore months, Clock clock) {
        this.logs = logs;
        this.retention = retention;
        this.months = months;
        this.clock = clock;
    }

    @Bean
    Task<Void> eventRetentionTask() {
        return Tasks.recurring("event-retention", Schedules.daily(LocalTime.of(1, 30)))
                .execute((instance, context) -> retainAll());
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
