package io.patchbay.deployment.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.patchbay.simulator.Outage;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalProcess;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.TestSocketUtils;

/**
 * A disconnect whose process is killed again and again still ends complete. More of it by hand, within some hours:
 * {@code -Dpatchbay.deployments=2000 -Dpatchbay.old=5 -Dpatchbay.kills=100 -Dpatchbay.outage=600}, the last in seconds.
 */
@PortalTest
class KilledDisconnectTests {

    private static final int KILLS = Integer.getInteger("patchbay.kills", 2);
    private static final int DEPLOYMENTS = Integer.getInteger("patchbay.deployments", 10);
    private static final int OLD = Integer.getInteger("patchbay.old", 3);
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("patchbay.outage", 0));
    private static final int APPS = DEPLOYMENTS * (1 + OLD);
    private static final Duration HEARTBEAT = Duration.ofMillis(500);

    @AfterEach
    void goOn(Portal portal) {
        portal.bean(Scheduler.class).resume();
    }

    @Test
    void whateverIsKilledNoneIsMissedAndTheCountsAreRight(Portal portal) throws Exception {
        var many = ManyApplications.fill(portal, DEPLOYMENTS, OLD);
        portal.bean(Scheduler.class).pause();
        many.disconnect();
        many.pace(Math.max(1, APPS / 20), 0, Duration.ofSeconds(KILLS < 10 ? 1 : 15), Duration.ZERO);
        var random = new Random(KILLS);
        var answersAgain = Instant.MAX;
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill == KILLS / 2 && OUTAGE.isPositive()) {
                portal.microsoft().controls().outage(Outage.SERVER_ERROR);
                answersAgain = Instant.now().plus(OUTAGE);
            }
            var answers = answersAgain.equals(Instant.MAX);
            killOne(portal, many, answers ? 1 + random.nextInt(Math.max(1, APPS / KILLS / 2)) : 0, random.nextInt(200));
            if (Instant.now().isAfter(answersAgain)) {
                portal.microsoft().controls().outage(Outage.NONE);
                answersAgain = Instant.MAX;
            }
            System.out.printf(
                    "%d applications left after %d kills%n", many.left().size(), kill + 1);
        }
        portal.microsoft().controls().outage(Outage.NONE);
        many.pace(0, 0, Duration.ofSeconds(1), Duration.ZERO);
        portal.bean(Scheduler.class).resume();
        await().atMost(Duration.ofMinutes(KILLS < 10 ? 2 : 30))
                .until(() -> portal.database().count("intune_connection"), count -> count == 0);
        complete(portal, many);
    }

    /** What the report, the events and Intune say, which is the same. */
    private static void complete(Portal portal, ManyApplications many) {
        assertThat(many.left()).containsExactly(many.byHand());
        assertThat(portal.database().count("disconnect_item where status = 'REMOVED' and app_id is not null"))
                .isEqualTo(APPS - 1);
        assertThat(portal.database().count("disconnect_item where status = 'LEFT'"))
                .isOne();
        assertThat(portal.database()
                        .count("event where type = 'INTUNE_DISCONNECT_ITEM_REMOVED' and details ? 'Intune app ID'"))
                .isEqualTo(APPS - 1);
        assertThat(portal.database().count("event where type = 'INTUNE_DISCONNECT_ITEM_LEFT'"))
                .isOne();
        assertThat(portal.database().count("deployment")).isZero();
        assertThat(portal.database()
                        .one(
                                "select details ->> 'not removed' from event where type = 'INTUNE_CONNECTION_REMOVED'",
                                String.class))
                .isEqualTo("1");
    }

    /**
     * Kills a portal in the middle of it: once so many more applications are gone, and some milliseconds later. One whose port
     * somebody else took meanwhile ends by itself, and another one takes its place.
     */
    private static void killOne(Portal portal, ManyApplications many, int gone, int later) throws Exception {
        var left = many.left().size() - gone;
        boolean ended = true;
        while (ended) {
            try (var process = PortalProcess.start(
                    portal,
                    TestSocketUtils.findAvailableTcpPort(),
                    Map.of(
                            "patchbay.catalog.source", "",
                            "db-scheduler.polling-interval", "50ms",
                            "db-scheduler.heartbeat-interval", HEARTBEAT))) {
                await().atMost(Duration.ofMinutes(2)).until(process::isThere);
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() ->
                                many.left().size() <= left || !process.handle().isAlive());
                var until = System.nanoTime() + Duration.ofMillis(later).toNanos();
                await().pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() > until);
                ended = !process.handle().isAlive();
                process.kill();
            }
        }
    }
}
