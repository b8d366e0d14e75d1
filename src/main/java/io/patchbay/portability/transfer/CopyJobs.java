package io.patchbay.portability.transfer;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CopyJobs {

    private static final Duration KEPT = Duration.ofDays(1);

    /** Whoever did not import a file within a day uploads it again. */
    @Bean
    Task<Void> forgetCopiesTask(UploadedCopies copies, Clock clock) {
        return Tasks.recurring("forget-copies", FixedDelay.ofHours(1))
                .execute((instance, context) ->
                        copies.deleteBefore(clock.instant().minus(KEPT)));
    }
}
