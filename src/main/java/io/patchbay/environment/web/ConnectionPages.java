package io.patchbay.environment.web;

import io.patchbay.environment.Environments;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.environment.connection.ConnectionAdministration;
import io.patchbay.environment.connection.ConnectionPage;
import io.patchbay.event.Category;
import io.patchbay.event.EventLog;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What is known of a connection of the current company, for its own page and for whoever the company lets look. Pages include
 * {@code environment/connection-parts}.
 */
@Component
public class ConnectionPages {

    private static final int TIMELINE = 50;

    private final ConnectionAdministration connections;
    private final Environments environments;
    private final EventLog log;

    ConnectionPages(ConnectionAdministration connections, Environments environments, EventLog log) {
        this.connections = connections;
        this.environments = environments;
        this.log = log;
    }

    /**
     * Puts all of it into the model.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws NotConnectedException where it is not connected
     */
    public void show(EnvironmentId id, Model model) {
        fill(id, model);
    }

    ConnectionPage fill(EnvironmentId id, Model model) {
        var connection = connections.of(id);
        model.addAttribute("connection", connection);
        model.addAttribute("environment", environments.get(id));
        model.addAttribute(
                "timeline",
                log.ofEnvironment(id, Category.INTUNE, TIMELINE).stream()
                        .filter(event ->
                                event.tenantId() == null || event.tenantId().equals(connection.tenantId()))
                        .toList());
        return connection;
    }
}
