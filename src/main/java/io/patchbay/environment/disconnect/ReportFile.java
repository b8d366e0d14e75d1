package io.patchbay.environment.disconnect;

import io.patchbay.platform.tenancy.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report as a file. */
public record ReportFile(
        UUID run,
        UUID tenantId,
        String tenantName,
        String by,
        Actor.@Nullable Origin origin,
        @Nullable String correlation,
        @Nullable Agreement agreement,
        boolean keepsApps,
        int confirmedItems,
        int itemsAtStart,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Duration took,
        Map<ReportResult, Integer> counts,
        List<ReportItem> items) {

    static ReportFile of(DisconnectReport report, List<ReportItem> items) {
        return new ReportFile(
                report.run().id(),
                report.run().tenantId(),
                report.run().tenantName(),
                report.run().by(),
                report.origin(),
                report.correlation(),
                report.agreement(),
                report.choice().keepsApps(),
                report.confirmed(),
                report.run().total(),
                report.run().requestedAt(),
                report.run().finishedAt(),
                report.run().took(),
                report.counts(),
                items);
    }
}
