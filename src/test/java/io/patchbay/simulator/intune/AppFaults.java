package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** What is to go wrong, and how much is allowed. Safe for many threads. */
@SimulatorComponent
public final class AppFaults {
    private final Map<AppCall, Queue<AppFault>> faults = new EnumMap<>(AppCall.class);
    private final Map<AppCall, Integer> counts = new EnumMap<>(AppCall.class);
    private Bucket writes = Bucket.NONE;
    private Bucket any = Bucket.NONE;
    private int throttled;

    /** So many per window, refilled all the time; in real time. */
    private static final class Bucket {
        static final Bucket NONE = new Bucket(0, Duration.ZERO);
        private final int limit;
        private final double perNano;
        private double tokens;
        private long filledAt = System.nanoTime();

        Bucket(int limit, Duration window) {
            this.limit = limit;
            this.perNano = window.isZero() ? 0 : (double) limit / window.toNanos();
            this.tokens = limit;
        }

        /** Seconds until it is allowed; 0 if it is now. */
        long secondsToWait() {
            if (limit == 0) {
                return 0;
            }
            long now = System.nanoTime();
            tokens = Math.min(limit, tokens + (now - filledAt) * perNano);
            filledAt = now;
            return tokens >= 1 ? 0 : Math.max(1, (long) Math.ceil((1 - tokens) / perNano / 1e9));
        }

        void take() {
            tokens -= limit == 0 ? 0 : 1;
        }
    }

    public synchronized void reset() {
        faults.clear();
        counts.clear();
        writes = Bucket.NONE;
        any = Bucket.NONE;
        throttled = 0;
    }

    /** The next calls of that kind fail so. */
    public synchronized void failNext(AppCall call, AppFault fault, int times) {
        for (int i = 0; i < times; i++) {
            faults.computeIfAbsent(call, none -> new ArrayDeque<>()).add(fault);
        }
    }

    /** The limits of Intune applications; 0 for none. */
    public synchronized void limits(int writesAtMost, int anyAtMost, Duration window) {
        writes = writesAtMost == 0 ? Bucket.NONE : new Bucket(writesAtMost, window);
        any = anyAtMost == 0 ? Bucket.NONE : new Bucket(anyAtMost, window);
    }

    /** Seconds until such a call is allowed; 0 where it is, and is counted. */
    public synchronized long throttle(boolean write) {
        long wait = Math.max(any.secondsToWait(), write ? writes.secondsToWait() : 0);
        if (wait > 0) {
            throttled++;
            return wait;
        }
        any.take();
        if (write) {
            writes.take();
        }
        return 0;
    }

    /** What is wrong with this call. */
    public synchronized Optional<AppFault> next(AppCall call) {
        counts.merge(call, 1, Integer::sum);
        Queue<AppFault> waiting = faults.get(call);
        return waiting == null ? Optional.empty() : Optional.ofNullable(waiting.poll());
    }

    /** The same, but only if it is that fault; otherwise nothing is counted and nothing taken away. */
    public synchronized Optional<AppFault> nextIf(AppCall call, AppFault fault) {
        Queue<AppFault> waiting = faults.get(call);
        return waiting != null && waiting.peek() == fault ? next(call) : Optional.empty();
    }

    /** How often each call came. */
    public synchronized int count(AppCall call) {
        return counts.getOrDefault(call, 0);
    }

    /** How many calls were one too many. */
    public synchronized int throttled() {
        return throttled;
    }
}
