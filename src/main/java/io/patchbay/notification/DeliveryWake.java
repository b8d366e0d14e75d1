package io.patchbay.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.patchbay.tenancy.CompanyId;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has a channel's job look for work now; in the transaction that makes the work. A job that is running looks again soon. */
@Component
class DeliveryWake {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deliver-notices");

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWake.class);

    private final ObjectProvider<SchedulerClient> scheduler;

    DeliveryWake(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void now(CompanyId company, UUID channel) {
        var instance = TASK.instance(company + "/" + channel).build();
        try {
            var client = scheduler.getObject();
            if (!client.scheduleIfNotExists(instance, Instant.EPOCH)) {
                client.reschedule(instance, Instant.EPOCH);
            }
        } catch (TaskInstanceCurrentlyExecutingException looksAgain) {
            LOG.debug("The job of channel {} is running", channel);
        }
    }
}
