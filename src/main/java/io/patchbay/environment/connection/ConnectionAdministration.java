package io.patchbay.environment.connection;

import io.patchbay.environment.ConnectionFeatures;
import io.patchbay.environment.Environments;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.connection.PermissionRow.PermissionStatus;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;

/** The Intune connections of the current company, once made: how they stand, and what their owners do about it. */
@Service
public class ConnectionAdministration {

    private final Environments environments;
    private final ConnectionUpdates store;
    private final ConnectionFeatures features;
    private final Clock clock;

    ConnectionAdministration(
            Environments environments, ConnectionUpdates store, ConnectionFeatures features, Clock clock) {
        this.environments = environments;
        this.store = store;
        this.features = features;
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
        var connection = store.find(environment).orElseThrow(() -> new NotConnectedException());
        return connection.page(
                permissions(connection.state().conclusion()), features.rows(connection.state()), clock.instant());
    }

    private static List<PermissionRow> permissions(CheckConclusion known) {
        return Arrays.stream(RequiredPermission.values())
                .map(permission -> new PermissionRow(permission, status(permission, known)))
                .toList();
    }

    private static PermissionStatus status(RequiredPermission permission, CheckConclusion known) {
        if (known.inaccessible()) {
            return known.waived().contains(permission.value()) ? PermissionStatus.WAIVED : PermissionStatus.NOT_KNOWN;
        }
        if (!known.missing().contains(permission.value())) {
            return PermissionStatus.GRANTED;
        }
        return known.waived().contains(permission.value()) ? PermissionStatus.WAIVED : PermissionStatus.MISSING;
    }

    /**
     * Waives a missing permission: its features stay off, and the connection counts as healthy without it.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected, or the permission not missing
     */
    public void waive(EnvironmentId environment, RequiredPermission permission) {
        known(environment);
        store.waive(environment, permission);
    }

    /**
     * Ends a waiver: the permission is required again.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected, or the permission not waived
     */
    public void endWaiver(EnvironmentId environment, RequiredPermission permission) {
        known(environment);
        store.endWaiver(environment, permission);
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
