package io.patchbay.event.chain;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.patchbay.event.log.EventLogs;
import io.patchbay.event.log.EventProperties;
import io.patchbay.platform.job.PerCompany;
import io.patchbay.platform.tenancy.Actor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals the new events of every company's log, again and again. */
@Configuration(proxyBeanMethods = false)
public class SealJob {

    private static final Logger LOG = LoggerFactory.getLogger(SealJob.class);
    private static final Actor ACTOR = Actor.Machine.PATCHBAY;

    private final EventLogs logs;
    private final EventChain chain;

    SealJob(EventLogs logs, EventChain chain) {
        this.logs = logs;
        this.chain = chain;
    }

    @Bean
    Task<Void> eventSealTask(EventProperties properties) {
        return Tasks.recurring("event-seal", Schedules.fixedDelay(properties.sealEvery()))
                .execute((instance, context) -> sealAll());
    }

    public void sealAll() {
        PerCompany.forEach(logs.unsealed(), Function.identity(), ACTOR, company -> {
            while (chain.seal() == EventChain.BATCH) {
                LOG.debug("More events of {} are to be sealed", company);
            }
        });
    }
}
