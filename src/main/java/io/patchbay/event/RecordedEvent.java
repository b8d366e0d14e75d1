package io.patchbay.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the log.
 *
 * @param type the name of its {@link EventKind}, which may be one that is no longer used
 */
public record RecordedEvent(
        UUID id,
        Instant occurredAt,
        String type,
        String title,
        String description,
        Category category,
        Operation operation,
        Severity severity,
        String actorKind,
        String actorName,
        @Nullable String actorEmail,
        @Nullable UUID actorTenantId,
        @Nullable UUID actorObjectId,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String correlationId,
        @Nullable UUID environmentId,
        @Nullable UUID tenantId,
        Map<String, String> details) {}
