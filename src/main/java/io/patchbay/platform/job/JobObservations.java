package io.patchbay.platform.job;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.patchbay.platform.correlation.Correlation;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Measures each execution of a job by the job's name, and gives it its correlation ID. */
@Component
class JobObservations implements ExecutionInterceptor {

    private final ObservationRegistry observations;

    JobObservations(ObservationRegistry observations) {
        this.observations = observations;
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> instance, ExecutionContext context, ExecutionChain chain) {
        var job = instance.getTaskName();
        return Correlation.<CompletionHandler<?>>call(
                UUID.randomUUID().toString(),
                () -> Observation.createNotStarted("patchbay.job", observations)
                        .contextualName("job " + job)
                        .lowCardinalityKeyValue("task", job)
                        .observe(() -> chain.proceed(instance, context)));
    }
}
