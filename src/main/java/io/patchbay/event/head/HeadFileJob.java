package io.patchbay.event.head;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.patchbay.event.log.EventLogs;
import io.patchbay.platform.job.PerCompany;
import io.patchbay.platform.tenancy.Actor;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Appends the heads of all logs that grew to the file, every hour; does nothing where no file is set. */
@Configuration(proxyBeanMethods = false)
public class HeadFileJob {

    private static final Actor ACTOR = new Actor.Machine("Event log");
    private static final Duration EVERY = Duration.ofHours(1);

    private final EventLogs logs;
    private final HeadFile file;

    HeadFileJob(EventLogs logs, HeadFile file) {
        this.logs = logs;
        this.file = file;
    }

    @Bean
    Task<Void> eventHeadFileTask() {
        return Tasks.recurring("event-head-file", Schedules.fixedDelay(EVERY))
                .execute((instance, context) -> appendAll());
    }

    public void appendAll() {
        var known = file.known();
        if (known != null) {
            PerCompany.forEach(logs.all(), Function.identity(), ACTOR, company -> file.append(known));
        }
    }
}
