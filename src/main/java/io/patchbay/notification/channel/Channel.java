package io.patchbay.notification.channel;

import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A channel as it is stored; address and secret are locked. */
public record Channel(
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
        @Nullable Instant arrivedAt,
        boolean leaving,
        boolean ended) {}
