package io.patchbay.event.stream;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durable job of one company's webhook: sends what waits, oldest first, one body after the other, whatever the number of
 * instances. What was sent and not yet stored when a machine went down is sent again.
 */
@Configuration(proxyBeanMethods = false)
class StreamTasks {

    private static final Actor ACTOR = new Actor.Machine("Event streaming");
    private static final Duration RETRY_AFTER_CRASH = Duration.ofSeconds(30);

    @Bean
    Task<Void> eventStreamTask(StreamSender sender) {
        return Tasks.custom(StreamJob.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY_AFTER_CRASH))
                .execute((instance, context) -> after(run(sender, instance.getId())));
    }

    private static Optional<Duration> run(StreamSender sender, String company) {
        var wait = new AtomicReference<Optional<Duration>>(Optional.empty());
        Correlation.run(
                UUID.randomUUID().toString(),
                () -> wait.set(Current.as(new CompanyId(UUID.fromString(company)), ACTOR, sender::next)));
        return wait.get();
    }

    private static CompletionHandler<Void> after(Optional<Duration> wait) {
        return wait.<CompletionHandler<Void>>map(delay -> (complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(delay)))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }
}
