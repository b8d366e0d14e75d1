package io.patchbay.deployment.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalProcess;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.test.util.TestSocketUtils;

/**
 * How long the disconnect of a large tenant takes beside what Intune's limits allow, and what memory, run by hand:
 * {@code ./mvnw test -Dtest=DisconnectBenchmark -Dpatchbay.benchmark=true}; with {@code -Dpatchbay.deployments=2000} it takes
 * most of an hour. The portal that does it runs in a process of its own.
 */
@PortalTest
@EnabledIfSystemProperty(named = "patchbay.benchmark", matches = "true")
class DisconnectBenchmark {

    private static final int DEPLOYMENTS = Integer.getInteger("patchbay.deployments", 200);
    private static final int OLD = 5;
    private static final int WRITES = 100;
    private static final int ANY = 1000;
    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofMillis(Integer.getInteger("patchbay.answer", 300));
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /** entra.md 4.1: 100 writes and 1,000 calls of any kind in 20 seconds, for an application in a tenant. */
    @Test
    void aLargeTenantThroughTheLimits(Portal portal) throws Exception {
        var many = ManyApplications.fill(portal, DEPLOYMENTS, OLD);
        portal.bean(Scheduler.class).pause();
        many.disconnect();
        many.pace(WRITES, ANY, WINDOW, ANSWER);
        var heap = new ArrayList<Integer>();
        try (var process = PortalProcess.start(
                portal, TestSocketUtils.findAvailableTcpPort(), Map.of("patchbay.catalog.source", ""))) {
            await().atMost(Duration.ofMinutes(2)).until(process::isThere);
            var begin = System.nanoTime();
            await().atMost(Duration.ofHours(3))
                    .pollInterval(Duration.ofSeconds(5))
                    .until(() -> {
                        heap.add(usedHeap(process));
                        return portal.database().count("intune_connection") == 0;
                    });
            var seconds = (System.nanoTime() - begin) / 1e9;
            var writes = DEPLOYMENTS * (2 + OLD);
            var least = (double) (writes - WRITES) / WRITES * WINDOW.toSeconds();
            System.out.printf(
                    "BENCHMARK %d applications, %d writes, answers after %d ms: %.0f s; the limits allow %.0f s (%.2f times);"
                            + " heap after collection %d to %d MiB%n",
                    DEPLOYMENTS * (1 + OLD),
                    writes,
                    ANSWER.toMillis(),
                    seconds,
                    least,
                    seconds / least,
                    Collections.min(heap),
                    Collections.max(heap));
            assertThat(many.left()).containsExactly(many.byHand());
            assertThat(seconds).isLessThan(1.2 * least);
            assertThat(Collections.max(heap) - heap.get(1)).as("MiB more").isLessThan(32);
        } finally {
            portal.bean(Scheduler.class).resume();
        }
    }

    /** MiB in use after a full collection. */
    private static int usedHeap(PortalProcess process) throws IOException {
        jcmd(process, "GC.run");
        var heap = jcmd(process, "GC.heap_info").split("Metaspace")[0];
        return USED.matcher(heap)
                        .results()
                        .mapToInt(used -> Integer.parseInt(used.group(1)))
                        .sum()
                >> 10;
    }

    private static String jcmd(PortalProcess process, String command) throws IOException {
        var jcmd = System.getProperty("java.home") + "/bin/jcmd";
        return new String(
                new ProcessBuilder(jcmd, String.valueOf(process.handle().pid()), command)
                        .start()
                        .getInputStream()
                        .readAllBytes());
    }
}
