package io.patchbay.event.stream;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.patchbay.platform.tenancy.CompanyId;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has a company's events sent; in the transaction that asks for it. */
@Component
public class StreamJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("stream-events");

    private final ObjectProvider<SchedulerClient> scheduler;

    StreamJob(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    public void begin(CompanyId company) {
        scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(company.toString()).build(), Instant.EPOCH);
    }
}
