package io.patchbay.environment.health;

import io.patchbay.environment.Environments;
import io.patchbay.environment.connection.ConnectionUpdates;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks of a connection that people ask for. */
@Service
public class CheckRequests {

    private final Environments environments;
    private final ConnectionUpdates connections;
    private final CheckJob job;

    CheckRequests(Environments environments, ConnectionUpdates connections, CheckJob job) {
        this.environments = environments;
        this.connections = connections;
        this.job = job;
    }

    /**
     * Requests a check at once, with its wake-up in the same transaction; the page shows when it is done.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected
     */
    @Transactional
    public void checkNow(EnvironmentId environment) {
        environments.get(environment);
        connections.requestCheck(environment);
        job.now(environment);
    }
}
