package io.patchbay.environment;

import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An environment as its pages show it.
 *
 * @param connection its Intune connection, null while there is none
 */
public record EnvironmentView(
        EnvironmentId id,
        String name,
        Instant createdAt,
        @Nullable ConnectionView connection) {

    /**
     * Its Intune connection.
     *
     * @param checkedAt when a check last told how it stands
     */
    public record ConnectionView(
            UUID tenantId,
            String tenantName,
            String primaryDomain,
            Instant connectedAt,
            String connectedBy,
            String approvedBy,
            @Nullable Integer managedDevices,
            Instant checkedAt,
            HealthView health) {}

    /** Whether its name or its tenant's contains a text, whatever the case. */
    public boolean speaksOf(String text) {
        return containsIgnoreCase(name, text)
                || (connection != null
                        && (containsIgnoreCase(connection.tenantName(), text)
                                || containsIgnoreCase(connection.primaryDomain(), text)));
    }

    private static boolean containsIgnoreCase(String where, String text) {
        return where.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether an Intune tenant is connected. */
    public boolean connected() {
        return connection != null;
    }

    /**
     * Its Intune connection, for what cannot be done without.
     *
     * @throws ConflictException where it is not connected
     */
    public ConnectionView requireConnection() {
        if (connection == null) {
            throw new NotConnectedException();
        }
        return connection;
    }
}
