package io.patchbay.environment.consent;

import io.patchbay.environment.RequiredPermission;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to connect stands, as its page shows it.
 *
 * @param connected whether it ended in a connection
 * @param failed whether it ended without one
 * @param problem the name of the problem, null unless failed; its texts stand in the messages
 * @param aadsts Microsoft's code, if it gave one
 * @param account the Microsoft account that signed in, if it came so far
 * @param tenantId the tenant proven, if it came so far
 * @param expectedTenant of a reconnect, the stored tenant
 * @param answeredTenant the tenant that Microsoft's answer spoke of, where it was another
 * @param missingPermissions the permissions that were not granted
 * @param handOver whether a colleague may be able to finish it
 */
public record AttemptView(
        UUID id,
        EnvironmentId environment,
        boolean connected,
        boolean failed,
        @Nullable String problem,
        @Nullable Integer aadsts,
        @Nullable String account,
        @Nullable UUID tenantId,
        @Nullable UUID expectedTenant,
        @Nullable String answeredTenant,
        List<RequiredPermission> missingPermissions,
        boolean handOver) {}
