package io.patchbay.event.web;

import io.patchbay.event.head.HeadCheck;
import io.patchbay.event.head.HeadCheck.Contained;
import io.patchbay.event.head.HeadCheck.Different;
import io.patchbay.event.head.HeadCheck.Expired;
import io.patchbay.event.head.HeadCheck.Shorter;
import io.patchbay.event.head.HeadCheck.Unknown;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing the log with a signed head, for the page.
 *
 * @param origin where the head was kept, as in {@code verify.head.<origin>}
 * @param state as in {@code verify.head.<state>}
 * @param seq how far the log had come
 * @param now how far it has come, where that is less
 */
public record HeadView(
        String origin,
        String state,
        String tone,
        long seq,
        long now,
        @Nullable Instant at) {

    static HeadView of(String origin, HeadCheck check) {
        return switch (check) {
            case Contained(var seq, var at) -> new HeadView(origin, "contained", "success", seq, 0, at);
            case Different(var seq, var at) -> new HeadView(origin, "different", "danger", seq, 0, at);
            case Shorter(var seq, var at, var now) -> new HeadView(origin, "shorter", "danger", seq, now, at);
            case Expired(var seq, var at) -> new HeadView(origin, "expired", "info", seq, 0, at);
            case Unknown() -> new HeadView(origin, "unknown", "warning", 0, 0, null);
        };
    }
}
