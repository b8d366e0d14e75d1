package io.patchbay.deployment.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalProcess;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A disconnect whose process is killed again and again still ends complete. {@code -Dpatchbay.kills=30} kills it thirty times,
 * which takes some minutes; otherwise twice.
 */
@PortalTest
class KilledDisconnectTests {

    private static final int KILLS = Integer.getInteger("patchbay.kills", 2);
    private static final int APPS = KILLS < 10 ? 40 : 200;
    private static final Duration HEARTBEAT = Duration.ofMillis(500);

    @AfterEach
    void goOn(Portal portal) {
        portal.bean(Scheduler.class).resume();
    }

    @Test
    void whateverIsKilledNoneIsMissedAndTheCountsAreRight(Portal portal) throws Exception {
        var contoso = Deploying.begin(portal);
        var byHand = fill(contoso, portal);
        portal.bean(Scheduler.class).pause();
        var page = "/settings/environments/" + contoso.environment() + "/intune/delete";
        contoso.founder().visit(page);
        contoso.founder().post(page, "domain", "contoso.com", "leave", "false");
        contoso.intune().faults().limits(Math.max(1, APPS / 20), 0, Duration.ofSeconds(KILLS < 10 ? 1 : 15));
        var random = new Random(KILLS);
        for (int kill = 0; kill < KILLS; kill++) {
            killOne(portal, random.nextInt(2_500));
        }
        contoso.intune().faults().limits(0, 0, Duration.ofSeconds(1));
        portal.bean(Scheduler.class).resume();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> portal.database().count("intune_connection"), count -> count == 0);
        assertThat(contoso.apps())
                .singleElement()
                .satisfies(app -> assertThat(app.id()).isEqualTo(byHand));
        assertThat(portal.database()
                        .count("disconnect_item where status = 'REMOVED' and reference not like 'deployment/%'"))
                .isEqualTo(APPS - 1);
        assertThat(portal.database().count("disconnect_item where status = 'LEFT'"))
                .isOne();
        assertThat(portal.database().count("deployment")).isZero();
        assertThat(portal.database()
                        .one(
                                "select details ->> 'not removed' from event where type = 'INTUNE_CONNECTION_REMOVED'",
                                String.class))
                .isEqualTo("1");
    }

    /** Deployments whose applications are in Intune, one of them old and assigned by hand: its application. */
    private static String fill(Deploying contoso, Portal portal) {
        var apps = new ArrayList<String>();
        for (int i = 0; i < APPS; i++) {
            apps.add(contoso.intune().createByHand(Contoso.TENANT, "Application " + i));
        }
        contoso.intune().assignByHand(Contoso.TENANT, apps.getFirst(), contoso.group("Design Studio"), "required");
        contoso.doInCompany(() -> portal.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            var now = portal.microsoft().clock().instant();
            for (int i = 0; i < APPS; i++) {
                var version = contoso.insertVersion(contoso.insertActive(), PublishProgress.assigned(apps.get(i)));
                version.state().succeed(now);
                if (i == 0) {
                    version.supersede(now);
                }
            }
        }));
        return apps.getFirst();
    }

    private static void killOne(Portal portal, int after) throws Exception {
        var port = TestSocketUtils.findAvailableTcpPort();
        try (var process = PortalProcess.start(
                portal,
                port,
                Map.of(
                        "patchbay.catalog.source", "",
                        "db-scheduler.polling-interval", "50ms",
                        "db-scheduler.heartbeat-interval", HEARTBEAT))) {
            await().atMost(Duration.ofMinutes(2)).until(process::isThere);
            var until = System.nanoTime() + Duration.ofMillis(after).toNanos();
            await().pollInterval(Duration.ofMillis(10)).until(() -> System.nanoTime() > until);
            process.kill();
        }
    }
}
