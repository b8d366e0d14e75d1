package io.patchbay.notification.incident;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** The durable job that looks now and then whether a trouble has lasted for another day. */
@Component
class ReminderJob {

    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Actor ACTOR = new Actor.Machine("Notifications");

    private final ConnectionIncidents troubles;

    ReminderJob(ConnectionIncidents troubles) {
        this.troubles = troubles;
    }

    CustomTask<Void> task() {
        return Tasks.custom(ReminderWake.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(EVERY))
                .execute((instance, context) -> {
                    var ids = instance.getId().split("/", 2);
                    var lasts = new AtomicBoolean();
                    Correlation.run(
                            UUID.randomUUID().toString(),
                            () -> lasts.set(Current.as(
                                    new CompanyId(UUID.fromString(ids[0])),
                                    ACTOR,
                                    () -> troubles.remind(new EnvironmentId(UUID.fromString(ids[1]))))));
                    return lasts.get()
                            ? (complete, operations) -> operations.reschedule(
                                    complete, complete.getTimeDone().plus(EVERY))
                            : new CompletionHandler.OnCompleteRemove<>();
                });
    }
}
