package io.patchbay.notification.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.patchbay.platform.tenancy.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Has a channel's job look for work now; in the transaction that makes the work. While the job is running another one waits for
 * its end, each call its own, so that none is lost.
 */
@Component
public class DeliveryWake {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deliver-notices");

    private static final TaskDescriptor<Void> SOON = TaskDescriptor.of("deliver-notices-soon");
    private static final Duration WAIT = Duration.ofMillis(500);

    private final ObjectProvider<SchedulerClient> scheduler;

    DeliveryWake(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    public void now(CompanyId company, UUID channel) {
        var id = company + "/" + channel;
        if (!wake(id)) {
            scheduler
                    .getObject()
                    .scheduleIfNotExists(
                            SOON.instance(id + "/" + UUID.randomUUID()).build(), Instant.EPOCH);
        }
    }

    public CustomTask<Void> soon() {
        return Tasks.custom(SOON).execute((instance, context) -> {
            var id = instance.getId();
            return wake(id.substring(0, id.lastIndexOf('/')))
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : (complete, operations) -> operations.reschedule(
                            complete, complete.getTimeDone().plus(WAIT));
        });
    }

    /** Whether the job will look; false while it is running. */
    private boolean wake(String id) {
        var instance = TASK.instance(id).build();
        try {
            var client = scheduler.getObject();
            return client.scheduleIfNotExists(instance, Instant.EPOCH) || client.reschedule(instance, Instant.EPOCH);
        } catch (TaskInstanceCurrentlyExecutingException running) {
            return false;
        }
    }
}
