package io.patchbay.deployment.synchronization;

import io.patchbay.deployment.SyncReport;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the synchronization of an environment stands.
 *
 * @param running whether one is asked for or under way
 * @param readsCatalog whether the catalog is read first
 * @param endedAt when the last one ended; null before the first
 * @param report what it came to
 * @param nextAt when the next one begins
 */
public record SyncView(
        EnvironmentId environment,
        String environmentName,
        boolean running,
        boolean readsCatalog,
        @Nullable Instant endedAt,
        @Nullable SyncReport report,
        Instant nextAt) {}
