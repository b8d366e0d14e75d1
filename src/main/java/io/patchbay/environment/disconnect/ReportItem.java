package io.patchbay.environment.disconnect;

import io.patchbay.environment.ConnectionTeardown.TenantApp;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one piece of a connection.
 *
 * @param number its place in the order of removal
 * @param app the application in the tenant that it was, if it was one
 * @param result what became of it
 * @param reason why it stayed, in words
 * @param tries how often it was tried
 * @param endedAt when it was settled; null for disconnects from before that was written down
 * @param adminCenter where the application is found in the Intune admin center, where it stayed and its identifier is known
 */
public record ReportItem(
        int number,
        String kind,
        String name,
        @Nullable TenantApp app,
        ReportResult result,
        @Nullable String reason,
        int tries,
        @Nullable Instant endedAt,
        @Nullable URI adminCenter) {}
