package io.patchbay.environment;

import io.patchbay.environment.connection.IntuneConnection;
import io.patchbay.environment.connection.IntuneConnectionRepository;
import io.patchbay.environment.model.EnvironmentKey;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes sure that nothing is tied to a connection that goes away: whoever stores something that ends with it holds the
 * connection in the same transaction, and a disconnect that begins meanwhile waits and then sees it. Says also which tenant
 * an environment is connected to.
 */
@Service
public class ConnectionLock {

    private final IntuneConnectionRepository connections;

    ConnectionLock(IntuneConnectionRepository connections) {
        this.connections = connections;
    }

    /** The tenant that the environment is connected to, until the connection has been taken apart; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<UUID> tenant(EnvironmentId environment) {
        return connections
                .findById(EnvironmentKey.of(Current.company(), environment))
                .map(IntuneConnection::tenantId);
    }

    /** Whether the environment has no connection, or one that is going away. */
    @Transactional(readOnly = true)
    public boolean ending(EnvironmentId environment) {
        return connections
                .findById(EnvironmentKey.of(Current.company(), environment))
                .filter(connection -> !connection.state().disconnecting())
                .isEmpty();
    }

    /**
     * Keeps the connection until the current transaction ends; others who want to hold it wait.
     *
     * @return the tenant it is to
     * @throws ConflictException where the environment is not connected or is being disconnected
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID hold(EnvironmentId environment) {
        var connection = connections
                .held(EnvironmentKey.of(Current.company(), environment))
                .orElseThrow(() -> new NotConnectedException());
        if (connection.state().disconnecting()) {
            throw new ConflictException("disconnect.running");
        }
        return connection.tenantId();
    }
}
