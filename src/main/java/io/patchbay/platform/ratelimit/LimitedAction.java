package io.patchbay.platform.ratelimit;

import java.time.Duration;

/** What one may do only so often, because it costs others something: mail, storage, attention. */
public enum LimitedAction {
    /** Inviting somebody, or sending an invitation again. */
    INVITATION(Duration.ofHours(1)),
    COMPANY(Duration.ofDays(1)),
    ACCESS_REQUEST(Duration.ofHours(1)),
    CHANNEL(Duration.ofHours(1)),
    CHANNEL_TEST(Duration.ofHours(1)),
    EXPORT(Duration.ofHours(1)),
    /** Uploading a file that is unpacked and checked. */
    UPLOAD(Duration.ofHours(1)),
    API_TOKEN(Duration.ofHours(1));

    private final Duration window;

    LimitedAction(Duration window) {
        this.window = window;
    }

    /** The time in which it is counted. */
    Duration window() {
        return window;
    }
}
