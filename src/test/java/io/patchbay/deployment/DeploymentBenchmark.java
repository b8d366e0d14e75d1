package io.patchbay.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.publishing.PublishJob;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What publishing costs, run by hand: {@code ./mvnw test -Dtest=DeploymentBenchmark -Dpatchbay.benchmark=true}. Portal and
 * simulated Microsoft share the machine and the heap.
 */
@PortalTest
@EnabledIfSystemProperty(named = "patchbay.benchmark", matches = "true")
class DeploymentBenchmark {

    private static final int DEPLOYMENTS = 200;
    private static final int WRITES = 100;
    private static final int ANY = 1000;
    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final int WRITES_EACH = 6;
    private static final long TWO_GIB = Long.getLong("patchbay.benchmark.bytes", 2L << 30);
    private static final Duration SAMPLED_EVERY = Duration.ofMillis(200);

    /** entra.md 4.1: 100 writes and 1,000 calls of any kind in 20 seconds, for an application in a tenant; processed for 5 seconds. */
    @Test
    void twoHundredDeploymentsThroughTheLimits(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().faults().limits(WRITES, ANY, WINDOW);
        contoso.intune().times().processing(Duration.ofSeconds(5));
        var begin = System.nanoTime();
        for (int i = 0; i < DEPLOYMENTS; i++) {
            begin(contoso, portal);
        }
        await().atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> portal.database().count("deployed_version where status = 'SUCCESS'"),
                        done -> done == DEPLOYMENTS);
        var seconds = (System.nanoTime() - begin) / 1e9;
        var writes = DEPLOYMENTS * WRITES_EACH;
        var least = (double) (writes - WRITES) / WRITES * WINDOW.toSeconds();
        System.out.printf(
                "BENCHMARK %d deployments, %d writes: %.0f s; the limits allow %.0f s (%.2f times); %d calls too many, %d created%n",
                DEPLOYMENTS,
                writes,
                seconds,
                least,
                seconds / least,
                contoso.intune().faults().throttled(),
                contoso.intune().faults().count(AppCall.CREATE));
        assertThat(contoso.intune().apps(Contoso.TENANT)).hasSize(DEPLOYMENTS);
        assertThat(seconds).isLessThan(1.1 * least);
    }

    private static void begin(Deploying contoso, Portal portal) {
        contoso.doInCompany(() -> portal.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            var version = contoso.insertVersion(contoso.insertActive(), PublishProgress.begin(null));
            portal.bean(PublishJob.class).wake(version.id());
        }));
    }

    @Test
    void aLargeInstallerNeedsNoMemory(Portal portal) throws InterruptedException {
        var contoso = Deploying.begin(portal);
        contoso.publishers().size("7zip.7zip", TWO_GIB);
        contoso.readCatalog();
        var before = heap();
        var highest = new AtomicLong();
        var running = new AtomicBoolean(true);
        var watch = Thread.ofPlatform().start(() -> {
            while (running.get()) {
                highest.accumulateAndGet(heap(), Math::max);
                java.util.concurrent.locks.LockSupport.parkNanos(SAMPLED_EVERY.toNanos());
            }
        });
        var begin = System.nanoTime();
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        await().atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> contoso.latest(id).status(), status -> !status.open());
        running.set(false);
        watch.join();
        assertThat(contoso.latest(id).status())
                .as("%s", contoso.latest(id).cause())
                .isEqualTo(VersionStatus.SUCCESS);
        System.out.printf(
                "BENCHMARK an installer of 2 GiB: %.0f s; heap %d MiB before, %d MiB at most (%d blocks)%n",
                (System.nanoTime() - begin) / 1e9,
                before,
                highest.get(),
                contoso.intune().faults().count(AppCall.BLOCK));
        assertThat(highest.get() - before).isLessThan(64);
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
