package io.patchbay.environment.consent;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectJobs {

    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(7);

    /** Attempts are of no use once they are over; what became of them stands in the event log. */
    @Bean
    Task<Void> forgetAttemptsTask(OldAttempts attempts, Clock clock) {
        return Tasks.recurring("forget-attempts", Schedules.daily(LocalTime.of(2, 0)))
                .execute((instance, context) ->
                        attempts.deleteBefore(clock.instant().minus(ATTEMPTS_KEPT)));
    }
}
