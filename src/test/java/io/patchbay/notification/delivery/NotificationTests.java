package io.patchbay.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.simulator.receiver.Behavior;
import io.patchbay.simulator.receiver.Receivers.Delivery;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What people are told of their connections, and how. */
@PortalTest
class NotificationTests {

    private static final Pattern SECRET = Pattern.compile("whsec_([A-Za-z0-9+/=]+)");
    private static final Pattern LINK = Pattern.compile("/mail/(verify|stop)[\\w.-]+");

    @Test
    void aLostConnectionIsToldOnceAChannelOnceADayAndItsEndOnce(Portal portal) {
        var ada = connected(portal);
        add(ada, portal, "TEAMS", "teams");
        add(ada, portal, "SLACK", "slack");
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        awaitDeliveries(portal, "teams", 1);
        awaitDeliveries(portal, "slack", 1);
        assertThat(received(portal, "teams").getFirst().body())
                .contains("The connection to Contoso is lost", "adaptive", "AdaptiveCard")
                .contains("Consent was revoked");
        check(ada);

        portal.microsoft().controls().advanceClock(Duration.ofHours(25));
        ada.signIn(Contoso.ADMIN);
        runNow(portal, "remind-of-incidents");
        awaitDeliveries(portal, "teams", 2);
        awaitDeliveries(portal, "slack", 2);
        assertThat(received(portal, "teams").getLast().body()).contains("is still lost");
        runNow(portal, "remind-of-incidents");

        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        check(ada);
        awaitDeliveries(portal, "teams", 3);
        awaitDeliveries(portal, "slack", 3);
        assertThat(received(portal, "slack").getLast().body()).contains("The connection to Contoso is restored");
        assertThat(ada.visit("/notifications").body())
                .contains(
                        "The connection to Contoso is lost", "is still lost", "The connection to Contoso is restored");
    }

    @Test
    void whileItIsPausedNothingIsSaid(Portal portal) {
        var ada = connected(portal);
        add(ada, portal, "TEAMS", "teams");
        ada.visit(page(ada));
        ada.post(page(ada) + "/pause");
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        assertThat(portal.database().rowCounts().get("notice")).isZero();
        ada.post(page(ada) + "/resume");
        awaitDeliveries(portal, "teams", 1);
    }

    @Test
    void aChannelIsSaidToWorkOnceSomethingArrived(Portal portal) {
        var ada = connected(portal);
        var channel = add(ada, portal, "WEBHOOK", "own");
        assertThat(ada.visit(channel).body()).contains("Not tested: nothing is known to have arrived yet.");
        assertThat(ada.visit("/settings/notifications").body()).contains("Not tested");
        ada.post(channel + "/test");
        assertThat(ada.follow().body()).contains(">Active<").doesNotContain("Not tested");
        assertThat(ada.visit("/settings/notifications").body())
                .contains("Active")
                .doesNotContain("Not tested");
    }

    @Test
    void anAddressThatCanOnlyBeRefusedIsNotSaved(Portal portal) {
        var ada = connected(portal);
        for (var address : List.of("https://10.0.0.1/x", "https://[::1]/x", "https://localhost/x")) {
            ada.get("/settings/notifications/new");
            ada.post(
                    "/settings/notifications",
                    "environment",
                    ada.environment(),
                    "type",
                    "WEBHOOK",
                    "name",
                    "Inside",
                    "address",
                    address,
                    "kinds",
                    "CONNECTION_LOST");
            assertThat(ada.page().body()).contains("This address isn&#39;t on the public internet.");
            ada.post("/settings/streaming/webhook", "address", address);
            assertThat(ada.page().body()).contains("Only addresses on the public internet are allowed.");
        }
        assertThat(portal.database().rowCounts()).containsEntry("channel", 0L).containsEntry("event_webhook", 0L);
    }

    @Test
    void aWebhookIsSignedWithASecretThatIsShownOnce(Portal portal) throws Exception {
        var ada = connected(portal);
        var channel = add(ada, portal, "WEBHOOK", "own");
        Matcher secret = SECRET.matcher(ada.page().body());
        assertThat(secret.find()).isTrue();
        assertThat(ada.visit(channel).body()).doesNotContain("whsec_");
        ada.post(channel + "/test");
        assertThat(ada.follow().body()).contains("The receiver responded: HTTP 202 accepted");

        var delivery = received(portal, "own").getFirst();
        var headers = delivery.headers();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.group(1)), "HmacSHA256"));
        var text = header(delivery, "webhook-id") + "." + header(delivery, "webhook-timestamp") + "." + delivery.body();
        assertThat(headers)
                .containsEntry(
                        "webhook-signature",
                        "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void theTestShowsWhatTheReceiverReallyAnswers(Portal portal) {
        var ada = connected(portal);
        var channel = add(ada, portal, "TEAMS", "teams");
        portal.microsoft().receivers().behave("teams", Behavior.REFUSES);
        ada.post(channel + "/test");
        assertThat(ada.follow().body()).contains("HTTP 400 invalid_payload");
        portal.microsoft().receivers().behave("teams", Behavior.HANGS);
        ada.post(channel + "/test");
        assertThat(ada.follow().body()).contains("t respond in time");
    }

    @Test
    void oneBrokenChannelStopsNoOtherAndKeepsItsOrder(Portal portal) {
        var ada = connected(portal);
        var broken = add(ada, portal, "TEAMS", "broken");
        add(ada, portal, "SLACK", "sound");
        portal.microsoft().receivers().behave("broken", Behavior.FAILS);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        awaitDeliveries(portal, "sound", 1);
        awaitDeliveries(portal, "broken", 1);
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        check(ada);
        awaitDeliveries(portal, "sound", 2);
        await().untilAsserted(() -> assertThat(ada.visit(broken).body()).contains("HTTP 500 The workflow is broken"));

        portal.microsoft().receivers().behave("broken", Behavior.TAKES);
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(2));
        runNow(portal, "deliver-notices");
        awaitDeliveries(portal, "broken", 3);
        var bodies = received(portal, "broken").stream().map(Delivery::body).toList();
        assertThat(bodies.get(1)).isEqualTo(bodies.get(0)).contains("is lost");
        assertThat(bodies.get(2)).contains("The connection to Contoso is restored");
    }

    @Test
    void anAddressIsWrittenToOnlyAfterItWasConfirmedByAButton(Portal portal) {
        var ada = connected(portal);
        ada.post(
                "/settings/notifications",
                "environment",
                ada.environment(),
                "type",
                "EMAIL",
                "name",
                "IT",
                "address",
                "it@elsewhere.example",
                "kinds",
                "CONNECTION_LOST");
        var channel = ada.location();
        ada.post(channel + "/test");
        assertThat(ada.page().body()).contains("t verified yet");

        var reader = new Surfer(portal);
        var link = link(portal);
        assertThat(reader.get(link).body()).contains("Send Patchbay notifications to it@elsewhere.example");
        assertThat(reader.get(link).statusCode()).isEqualTo(200);
        assertThat(reader.post(link).body()).contains("Notifications will be sent to it@elsewhere.example");
        assertThat(reader.get(link).statusCode()).isEqualTo(404);

        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        await().untilAsserted(() -> assertThat(
                        portal.microsoft().mailbox().mails().getFirst().subject())
                .isEqualTo("The connection to Contoso is lost"));
        var stop = link(portal);
        assertThat(reader.get(stop).body()).contains("Stop sending notifications to");
        assertThat(reader.post(stop).body()).contains("Notifications will no longer be sent to");
        assertThat(ada.get(channel).statusCode()).isEqualTo(404);
    }

    @Test
    void aMailProgramUnsubscribesWithOneClick(Portal portal) {
        var ada = connected(portal);
        addMail(ada, "it@elsewhere.example");
        new Surfer(portal).postRaw(link(portal));
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        await().untilAsserted(() -> assertThat(
                        portal.microsoft().mailbox().mails().getFirst().subject())
                .contains("is lost"));
        assertThat(portal.microsoft().mailbox().mails().getFirst().headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .containsEntry("Auto-Submitted", "auto-generated");

        for (var time : List.of("first", "second", "third")) {
            assertThat(new Surfer(portal)
                            .postRaw(link(portal), "List-Unsubscribe", "One-Click")
                            .statusCode())
                    .as("the %s time", time)
                    .isEqualTo(200);
            assertThat(portal.database().count("channel")).isZero();
        }
        var again = new Surfer(portal).get(link(portal));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("Notifications are no longer sent to this address");
        assertThat(portal.database().count("event where type = 'NOTIFICATION_CHANNEL_REMOVED'"))
                .isEqualTo(1);
        var forged = link(portal).replaceFirst(".$", link(portal).endsWith("A") ? "B" : "A");
        assertThat(new Surfer(portal).get(forged).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodysMailboxIsFilledWithLinks(Portal portal) {
        var ada = connected(portal);
        addMail(ada, "victim@elsewhere.example");
        var channel = ada.location();
        ada.post(channel + "/verification");
        ada.post(channel + "/verification");
        assertThat(ada.post(channel + "/verification").statusCode()).isEqualTo(429);
        addMail(ada, "Victim@elsewhere.example");
        assertThat(ada.page().statusCode()).isEqualTo(429);
        assertThat(portal.microsoft().mailbox().mails()).hasSize(3);
    }

    @Test
    void whatWasSentAndNotStoredIsSentAgainBeforeTheNext(Portal portal) {
        var ada = connected(portal);
        add(ada, portal, "WEBHOOK", "own");
        portal.database().execute("alter table delivery add constraint crash check (status <> 'DELIVERED')");
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        awaitAtLeast(portal, "own", 1);
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        check(ada);
        portal.database().execute("alter table delivery drop constraint crash");
        await().untilAsserted(() -> {
            runNow(portal, "deliver-notices");
            assertThat(received(portal, "own").getLast().body()).contains("The connection to Contoso is restored");
        });
        var sent = received(portal, "own");
        var lost = sent.subList(0, sent.size() - 1);
        assertThat(lost.size()).isGreaterThan(1);
        assertThat(lost).allSatisfy(one -> assertThat(one.body()).contains("is lost"));
        assertThat(lost.stream().map(one -> header(one, "webhook-id")).distinct())
                .hasSize(1);
    }

    @Test
    void aChannelThatFailsRestsAndGivesUpAfterADay(Portal portal) {
        var ada = connected(portal);
        var channel = add(ada, portal, "SLACK", "broken");
        portal.microsoft().receivers().behave("broken", Behavior.FAILS);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        for (int tries = 1; tries < 5; tries++) {
            awaitDeliveries(portal, "broken", tries);
            awaitAttempts(portal, tries);
            portal.microsoft().controls().advanceClock(Duration.ofMinutes(20));
            runNow(portal, "deliver-notices");
        }
        awaitAttempts(portal, 5);
        ada.signIn(Contoso.ADMIN);
        assertThat(ada.visit(channel).body()).contains("On hold");

        portal.microsoft().controls().advanceClock(Duration.ofHours(23));
        runNow(portal, "deliver-notices");
        await().untilAsserted(() -> assertThat(portal.database().count("delivery where status = 'GIVEN_UP'"))
                .isEqualTo(1));
    }

    @Test
    void aChannelThatHangsHoldsUpNoOther(Portal portal) {
        var ada = connected(portal);
        for (int i = 0; i < 4; i++) {
            add(ada, portal, "TEAMS", "hanging" + i);
            portal.microsoft().receivers().behave("hanging" + i, Behavior.HANGS);
        }
        add(ada, portal, "SLACK", "sound");
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        awaitDeliveries(portal, "sound", 1);
    }

    @Test
    void theEndOfADisconnectIsTheLastThingToldAndThenTheChannelIsGone(Portal portal) {
        var ada = connected(portal);
        add(ada, portal, "SLACK", "end", "DISCONNECT_STARTED", "DISCONNECT_FINISHED");
        ada.visit(page(ada) + "/delete");
        ada.post(page(ada) + "/delete");
        awaitDeliveries(portal, "end", 2);
        assertThat(received(portal, "end").getFirst().body()).contains("Contoso is being disconnected");
        assertThat(received(portal, "end").getLast().body())
                .contains("Contoso is disconnected", "Removed: 1. Not removed: 0.");
        await().untilAsserted(() -> {
            runNow(portal, "deliver-notices");
            assertThat(portal.database().count("channel")).isZero();
        });
    }

    @Test
    void aLongStoryIsShortenedToWhatTeamsTakes(Portal portal) {
        var delivery = new io.patchbay.notification.delivery.Delivery(
                UUID.randomUUID(),
                NoticeKind.CONNECTION_DEGRADED,
                "\u00e9".repeat(5_000),
                "\u20ac".repeat(50_000),
                "/help",
                Instant.EPOCH,
                0,
                Instant.EPOCH,
                Instant.EPOCH);
        assertThat(portal.bean(WebhookBodies.class).teams(delivery)).hasSizeBetween(1_000, 28 * 1024);
    }

    @Test
    void deleteNamesAndRemovesAllOfIt(Portal portal) {
        var ada = connected(portal);
        add(ada, portal, "TEAMS", "teams");
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        awaitDeliveries(portal, "teams", 1);
        assertThat(ada.visit(page(ada) + "/delete").body())
                .contains("Microsoft Teams: teams", "Notifications in the inbox: 1");
        ada.post(page(ada) + "/delete");
        await().untilAsserted(() -> assertThat(portal.database().rowCounts())
                .containsEntry("channel", 0L)
                .containsEntry("notice", 0L)
                .containsEntry("delivery", 0L)
                .containsEntry("connection_incident", 0L));
        assertThat(ada.visit("/settings/environments").body()).doesNotContain("/settings/notifications");
    }

    @Test
    void tenThousandNoticesCostWhatTenCost(Portal portal) {
        var ada = connected(portal);
        ada.visit("/notifications");
        var few = StatementCount.during(() -> ada.visit("/notifications"));
        portal.database().execute("""
                insert into notice select company_id, gen_random_uuid(), environment_id, 'CONNECTION_LOST', 'Title ' || i,
                  'Body', '/help', now() - i * interval '1 minute' from environment, generate_series(1, 10000) i
                """);
        var started = System.nanoTime();
        var many = StatementCount.during(() -> ada.visit("/notifications"));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
        assertThat(many).isEqualTo(few);
        assertThat(ada.page().body()).contains("Title 1<", "99+");
        ada.post("/notifications/read");
        assertThat(ada.visit("/notifications").body()).doesNotContain("99+").doesNotContain("Mark as read:");
        ada.post("/notifications/mute", "kinds", "LICENSE_ENDING");
        assertThat(ada.visit("/notifications").body()).contains("No notifications");
        assertThat(Jsoup.parse(ada.page().body())
                        .select("[name=kinds][checked]")
                        .eachAttr("value"))
                .containsExactly("LICENSE_ENDING");
    }

    private static Surfer connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        return ada;
    }

    private static void addMail(Surfer ada, String address) {
        ada.post(
                "/settings/notifications",
                "environment",
                ada.environment(),
                "type",
                "EMAIL",
                "name",
                "IT",
                "address",
                address,
                "kinds",
                "CONNECTION_LOST");
    }

    private static void awaitAtLeast(Portal portal, String receiver, int count) {
        await().untilAsserted(() -> assertThat(received(portal, receiver)).hasSizeGreaterThanOrEqualTo(count));
    }

    private static void awaitAttempts(Portal portal, int attempts) {
        await().untilAsserted(
                        () -> assertThat(portal.database().one("select max(attempts) from delivery", Integer.class))
                                .isEqualTo(attempts));
    }

    private static String add(Surfer ada, Portal portal, String type, String receiver) {
        return add(ada, portal, type, receiver, "CONNECTION_LOST", "CONNECTION_RESTORED");
    }

    private static String add(
            Surfer ada, Portal portal, String type, String receiver, String firstKind, String secondKind) {
        ada.post(
                "/settings/notifications",
                "environment",
                ada.environment(),
                "type",
                type,
                "name",
                receiver,
                "address",
                portal.microsoft().receiverAddress(receiver).toString(),
                "kinds",
                firstKind,
                "kinds",
                secondKind);
        var channel = ada.location();
        ada.follow();
        return channel;
    }

    private static String page(Surfer ada) {
        return "/settings/environments/" + ada.environment() + "/intune";
    }

    private static void check(Surfer ada) {
        var page = page(ada);
        ada.visit(page);
        ada.post(page + "/check");
        await().untilAsserted(() -> assertThat(ada.visit(page).body()).doesNotContain("Checking"));
    }

    private static List<Delivery> received(Portal portal, String receiver) {
        return portal.microsoft().receivers().of(receiver);
    }

    private static void awaitDeliveries(Portal portal, String receiver, int count) {
        await().untilAsserted(() -> assertThat(received(portal, receiver)).hasSize(count));
    }

    private static void runNow(Portal portal, String task) {
        portal.database()
                .execute("update scheduled_tasks set execution_time = '2000-01-01' where task_name = '%s'"
                        .formatted(task));
    }

    private static String header(Delivery delivery, String name) {
        return delivery.headers().get(name);
    }

    private static String link(Portal portal) {
        var mail = portal.microsoft()
                .mailbox()
                .mails()
                .getFirst()
                .text()
                .replace("=\r\n", "")
                .replace("=2E", ".");
        Matcher link = LINK.matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group();
    }
}
