package io.patchbay.deployment.synchronization;

import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The synchronization of environments: new versions are published, old ones leave. */
@Service
public class Synchronizing {

    private final SyncTimes times;
    private final SyncJob job;

    Synchronizing(SyncTimes times, SyncJob job) {
        this.times = times;
        this.job = job;
    }

    /** How it stands in each environment that has deployments. */
    @Transactional(readOnly = true)
    public List<SyncView> all() {
        return times.views();
    }

    /**
     * Has an environment synchronized at once; nothing more where that is asked for already and has not begun.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it has no deployments
     */
    @Transactional
    public void now(EnvironmentId environment) {
        if (times.ask(environment)) {
            job.wake(environment.value());
        }
    }
}
