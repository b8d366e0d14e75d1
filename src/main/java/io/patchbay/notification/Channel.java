package io.patchbay.notification;

import io.patchbay.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A channel as it is stored; address and secret are locked. */
record Channel(
        UUID id,
        EnvironmentId environment,
        ChannelType type,
        String name,
        byte[] address,
        String addressShown,
        byte @Nullable [] secret,
        Set<NoticeKind> kinds,
        @Nullable Instant verifiedAt,
        UUID nonce,
        int failures,
        @Nullable Instant closedUntil,
        Instant createdAt,
        boolean leaving,
        boolean ended) {}
