package io.patchbay.event.log;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the log's monthly partitions ahead of time: at start-up, and each night. */
@Configuration(proxyBeanMethods = false)
class EventPartitions {

    private static final int MONTHS_AHEAD = 13;

    private final JdbcClient jdbc;
    private final Clock clock;

    EventPartitions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    Task<Void> eventPartitionsTask() {
        return Tasks.recurring("event-partitions", Schedules.daily(LocalTime.of(1, 0)))
                .execute((instance, context) -> ensure());
    }

    @EventListener(ApplicationReadyEvent.class)
    void ensure() {
        jdbc.sql("select event_partitions_ensure(?, ?)")
                .params(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), MONTHS_AHEAD)
                .query(Integer.class)
                .single();
    }
}
