package io.patchbay.notification.delivery;

import io.patchbay.notification.notice.NoticeKind;
import java.time.Instant;
import java.util.UUID;

/** Something on its way through a channel; its identifier stays the same however often it is tried. */
record Delivery(
        UUID id,
        NoticeKind kind,
        String title,
        String body,
        String link,
        Instant at,
        int attempts,
        Instant visibleFrom,
        Instant giveUpAt) {}
