package io.patchbay.notification.incident;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Begins to remind of an environment's trouble; in the transaction that stores it. */
@Component
class ReminderWake {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("remind-of-incidents");

    private final ObjectProvider<SchedulerClient> scheduler;

    ReminderWake(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void begin(EnvironmentId environment) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        TASK.instance(Current.company() + "/" + environment).build(), Instant.EPOCH);
    }
}
