package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;
import java.time.Duration;
import java.time.Instant;

/** How long the service takes for what it does by and by, by the simulator's clock. Safe for many threads. */
@SimulatorComponent
public final class ServiceTimes {
    /** A time that never ends. */
    public static final Duration FOREVER = Duration.ofDays(36_500);

    private static final Duration PROCESSING = Duration.ofSeconds(5);

    private Duration processing = PROCESSING;
    private Duration activation = Duration.ZERO;
    private Duration appearing = Duration.ZERO;
    private int appearingStatus = 404;
    private Duration listing = Duration.ZERO;
    private Duration address = Duration.ZERO;
    private Duration commit = Duration.ZERO;
    private Duration answer = Duration.ZERO;
    private Instant unauthorizedUntil = Instant.MIN;

    synchronized void reset() {
        answer = Duration.ZERO;
        processing = PROCESSING;
        activation = Duration.ZERO;
        appearing = Duration.ZERO;
        appearingStatus = 404;
        listing = Duration.ZERO;
        address = Duration.ZERO;
        commit = Duration.ZERO;
        unauthorizedUntil = Instant.MIN;
    }

    /** How long every call takes to be answered, by the real clock; no time at the start. */
    public synchronized void answer(Duration time) {
        answer = time;
    }

    public synchronized Duration answer() {
        return answer;
    }

    /** How long an application is processed after a content version came into use (P4); 5 seconds at the start. */
    public synchronized void processing(Duration time) {
        processing = time;
    }

    public synchronized Duration processing() {
        return processing;
    }

    /** How long after its files are committed a content version cannot come into use (P5). */
    public synchronized void activation(Duration time) {
        activation = time;
    }

    public synchronized Duration activation() {
        return activation;
    }

    /** How long a new application, content version or file, and one just committed, answers with 404, 409 or 412 (P6). */
    public synchronized void appearing(Duration time, int status) {
        if (status != 404 && status != 409 && status != 412) {
            throw new IllegalArgumentException("404, 409 or 412, and not " + status);
        }
        appearing = time;
        appearingStatus = status;
    }

    public synchronized Duration appearing() {
        return appearing;
    }

    public synchronized int appearingStatus() {
        return appearingStatus;
    }

    /** How long a new application is in no list. */
    public synchronized void listing(Duration time) {
        listing = time;
    }

    public synchronized Duration listing() {
        return listing;
    }

    /** How long the storage refuses an address that was just given (P8). */
    public synchronized void address(Duration time) {
        address = time;
    }

    public synchronized Duration address() {
        return address;
    }

    /** How long a file is being committed at least (P9); {@link #FOREVER} for one that never ends. */
    public synchronized void commit(Duration time) {
        commit = time;
    }

    public synchronized Duration commit() {
        return commit;
    }

    /** Until when every call about applications is answered with the passing 401 of the back end (P7). */
    public synchronized void unauthorizedUntil(Instant time) {
        unauthorizedUntil = time;
    }

    /** Whether the back end refuses every call now (P7). */
    public synchronized boolean isUnauthorized(Instant now) {
        return now.isBefore(unauthorizedUntil);
    }
}
