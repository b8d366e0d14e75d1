package io.patchbay.environment.connection;

import io.patchbay.environment.ConnectionFeatures;
import io.patchbay.environment.Environments;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.connection.PermissionRow.Status;
import io.patchbay.environment.health.CheckJob;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Intune connections of the current company, once made: how they stand, and what their owners do about it. */
@Service
public class ConnectionAdministration {

    private final Environments environments;
    private final ConnectionUpdates store;
    private final ConnectionFeatures features;
    private final CheckJob job;
    private final Clock clock;

    ConnectionAdministration(
            Environments environments,
            ConnectionUpdates store,
            ConnectionFeatures features,
            CheckJob job,
            Clock clock) {
        this.environments = environments;
        this.store = store;
        this.features = features;
        this.job = job;
        this.clock = clock;
    }

    /**
     * A connection with everything that is known of it.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected
     */
    public ConnectionPage of(EnvironmentId environment) {
        known(environment);
        var connection = store.find(environment).orElseThrow(() -> new ConflictException("connect.notConnected"));
        return connection.page(permissions(connection.state()), features.rows(connection.state()), clock.instant());
    }

    private static List<PermissionRow> permissions(ConnectionState state) {
        return Arrays.stream(RequiredPermission.values())
                .map(permission -> new PermissionRow(permission, status(permission, state)))
                .toList();
    }

    private static Status status(RequiredPermission permission, ConnectionState state) {
        if (state.away()) {
            return state.waived().contains(permission.value()) ? Status.WAIVED : Status.NOT_KNOWN;
        }
        if (!state.missing().contains(permission.value())) {
            return Status.GRANTED;
        }
        return state.waived().contains(permission.value()) ? Status.WAIVED : Status.MISSING;
    }

    /**
     * Asks for a check at once; the page tells when it is done. Request and wake-up are one transaction.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected
     */
    @Transactional
    public void checkNow(EnvironmentId environment) {
        known(environment);
        store.checkAsked(environment);
        job.now(environment);
    }

    /**
     * Does without a missing permission from now on: its features stay off, and nobody is bothered with it.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected, or the permission not missing
     */
    public void waive(EnvironmentId environment, RequiredPermission permission) {
        known(environment);
        store.waive(environment, permission);
    }

    /**
     * Wants a permission again that was done without.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected, or the permission not waived
     */
    public void takeWaiverBack(EnvironmentId environment, RequiredPermission permission) {
        known(environment);
        store.takeWaiverBack(environment, permission);
    }

    /**
     * Writes nothing to the tenant until it is resumed; checks go on.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected, or paused already
     */
    public void pause(EnvironmentId environment) {
        known(environment);
        store.pause(environment);
    }

    /**
     * Writes to the tenant again.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected, or not paused
     */
    public void resume(EnvironmentId environment) {
        known(environment);
        store.resume(environment);
    }

    private void known(EnvironmentId environment) {
        environments.get(environment);
    }
}
