package io.patchbay.environment.consent;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.patchbay.environment.disconnect.DisconnectJob;
import io.patchbay.environment.health.CheckJob;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectJobs {

    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(7);

    @Bean
    Task<Void> checkConnectionTask(CheckJob job) {
        return job.task();
    }

    @Bean
    Task<Void> checkConnectionSoonTask(CheckJob job) {
        return job.soon();
    }

    @Bean
    Task<Void> disconnectIntuneTask(DisconnectJob job) {
        return job.task();
    }

    @Bean
    Task<Void> forgetAttemptsTask(OldAttempts attempts, Clock clock) {
        return Tasks.recurring("forget-attempts", Schedules.daily(LocalTime.of(2, 0)))
                .execute((instance, context) ->
                        attempts.deleteBefore(clock.instant().minus(ATTEMPTS_KEPT)));
    }

    @Bean
    Task<Void> verifyConsentTask(ConsentVerification verification) {
        return verification.task();
    }
}
