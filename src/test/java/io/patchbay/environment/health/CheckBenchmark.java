package io.patchbay.environment.health;

import io.patchbay.environment.connection.CheckConclusion;
import io.patchbay.environment.connection.CheckConclusion.Standing;
import io.patchbay.simulator.Outage;
import io.patchbay.testsupport.Portal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How many connections one instance can check, run by hand: {@code ./mvnw test -Dtest=CheckBenchmark
 * -Dpatchbay.benchmark=true}. As many lanes as the scheduler has threads, each with a fresh token and three calls of Graph
 * for each check; portal and simulated Microsoft share the machine.
 */
@EnabledIfSystemProperty(named = "patchbay.benchmark", matches = "true")
class CheckBenchmark {

    private static final int LANES = 4;
    private static final int CHECKS = 4_000;
    private static final List<UUID> TENANTS = List.of(
            UUID.fromString("8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f"),
            UUID.fromString("1c6f3b9e-2d4a-4e8b-b7c5-9f8e7d6c5b4a"),
            UUID.fromString("d3b07384-d9a0-4c9b-8f3e-2b1a0c9d8e7f"),
            UUID.fromString("e5d4c3b2-a190-4f8e-8d7c-6b5a49382716"));
    private static final CheckConclusion CONNECTED =
            new CheckConclusion(Standing.CONNECTED, Instant.EPOCH, null, null, Set.of(), Set.of(), Instant.EPOCH);

    @Test
    void checksPerSecond() throws InterruptedException {
        var portal = Portal.running();
        portal.reset();
        var controls = portal.microsoft().controls();
        TENANTS.forEach(controls::grantConsent);
        controls.intuneLicense(TENANTS.getLast(), true);
        run(portal, CHECKS / 10);
        var tokens = controls.tokenRequests();
        var seconds = run(portal, CHECKS);
        report("Microsoft answers", CHECKS, seconds, controls.tokenRequests() - tokens);
        controls.outage(Outage.SERVER_ERROR);
        tokens = controls.tokenRequests();
        seconds = run(portal, CHECKS / 10);
        report("Microsoft is down (503)", CHECKS / 10, seconds, controls.tokenRequests() - tokens);
        controls.outage(Outage.NONE);
        tokens = controls.tokenRequests();
        seconds = run(portal, CHECKS / 10);
        report("Microsoft is back", CHECKS / 10, seconds, controls.tokenRequests() - tokens);
    }

    private static double run(Portal portal, int checks) throws InterruptedException {
        var check = portal.bean(ConnectionProbe.class);
        var next = new AtomicInteger();
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(LANES)) {
            for (int lane = 0; lane < LANES; lane++) {
                var tenant = TENANTS.get(lane);
                threads.execute(() -> {
                    while (next.getAndIncrement() < checks) {
                        check.look(tenant, CONNECTED);
                    }
                });
            }
        }
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }

    private static void report(String what, int checks, double seconds, int tokens) {
        System.gc();
        var heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                "BENCHMARK %s: %d checks in %.1f s, %.1f a second, %.2f token calls a check, heap %d MiB%n",
                what, checks, seconds, checks / seconds, (double) tokens / checks, heap);
    }
}
