package io.patchbay.environment.disconnect;

import io.patchbay.platform.tenancy.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a disconnect was asked to do, and what it did.
 *
 * @param origin from where it was asked for, where that is known
 * @param correlation the correlation ID that its events carry; null for disconnects from before it was written down
 * @param keepsApps whether the applications were to stay in the tenant
 * @param took from the request to the end; null while it runs
 * @param counts how many pieces ended each way
 * @param items one page of them
 * @param next after which piece the next page begins; null on the last one
 * @param appsLeft how many applications are still in the tenant as far as is known
 */
public record DisconnectReport(
        UUID run,
        UUID tenantId,
        String tenantName,
        String by,
        Actor.@Nullable Origin origin,
        @Nullable String correlation,
        boolean keepsApps,
        @Nullable Duration took,
        Map<ReportResult, Integer> counts,
        List<ReportItem> items,
        @Nullable Integer next,
        int appsLeft) {

    /** How many pieces there were when it began. */
    public int promised() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of them are gone. */
    public int removed() {
        return counts.getOrDefault(ReportResult.REMOVED, 0);
    }
}
