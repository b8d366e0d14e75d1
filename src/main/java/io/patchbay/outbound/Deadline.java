package io.patchbay.outbound;

import java.time.Duration;

/** When a call has taken long enough; by the machine's own stopwatch, which no clock moves. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
