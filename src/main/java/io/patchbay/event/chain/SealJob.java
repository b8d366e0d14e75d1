package io.patchbay.event.chain;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.patchbay.event.log.EventLogs;
import io.patchbay.event.log.EventProperties;
import io.patchbay.platform.job.PerCompany;
import io.patchbay.platform.tenancy.Actor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean takenOver = new AtomicBoolean();

    SealJob(EventLogs logs, EventChain chain) {
        this.logs = logs;
        this.chain = chain;
    }

    @Bean
    Task<Void> eventSealTask(EventProperties properties) {
        return Tasks.recurring("event-seal", Schedules.fixedDelay(properties.sealEvery()))
                .execute((instance, context) -> sealAll());
    }

    /** Takes over the chains of an earlier version first, once, so that no note without a keyed hash is accepted later. */
    public void sealAll() {
        var companies = new LinkedHashSet<>(logs.unsealed());
        if (takenOver.compareAndSet(false, true)) {
            companies.addAll(logs.all());
        }
        PerCompany.forEach(List.copyOf(companies), Function.identity(), ACTOR, company -> {
            while (chain.seal() == EventChain.BATCH) {
                LOG.debug("More events of {} are to be sealed", company);
            }
        });
    }
}
