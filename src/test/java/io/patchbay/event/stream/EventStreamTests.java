package io.patchbay.event.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.event.ManyEvents;
import io.patchbay.event.chain.SealJob;
import io.patchbay.event.head.LogKeys;
import io.patchbay.event.retention.RetentionJob;
import io.patchbay.platform.crypto.Hmac;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.simulator.receiver.Behavior;
import io.patchbay.simulator.receiver.Receivers.Delivery;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events leave by the read API and by the webhook: in order, none skipped, to nobody else. */
@PortalTest
class EventStreamTests {

    private static final Pattern TOKEN = Pattern.compile("pb[ew]_[\\w-]{43}");
    private final JsonMapper json = new JsonMapper();

    private static Surfer ada(Portal portal) {
        return new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
    }

    private static UUID company(Portal portal) {
        return portal.database().one("select company_id from company order by company_id limit 1", UUID.class);
    }

    private static void seal(Portal portal) {
        portal.bean(SealJob.class).sealAll();
    }

    private static String shown(HttpResponse<String> page) {
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group();
    }

    private static HttpResponse<String> fetch(Portal portal, String token, String query) {
        return new Surfer(portal)
                .send(HttpRequest.newBuilder(java.net.URI.create(portal.url() + "/api/v1/events" + query))
                        .header("Authorization", "Bearer " + token));
    }

    private JsonNode batch(Portal portal, String token, String query) {
        var answer = fetch(portal, token, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    @Test
    void aTokenReadsItsCompanysEventsFromCursorToCursor(Portal portal) {
        var ada = ada(portal);
        var token = shown(ada.post("/settings/streaming/tokens", "name", "SIEM"));
        new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        for (int i = 0; i < 7; i++) {
            ada.post("/settings/environments", "name", "Branch " + i);
        }
        seal(portal);

        var read = new ArrayList<String>();
        long cursor = 0;
        JsonNode batch;
        do {
            batch = batch(portal, token, "?limit=3&after=" + cursor);
            batch.get("events").forEach(event -> read.add(event.get("title").asString()));
            cursor = batch.get("cursor").asLong();
        } while (batch.get("more").asBoolean());
        assertThat(read)
                .hasSize((int) portal.database().count("event where company_id = (select company_id from event_token)"))
                .contains("API Token SIEM Created")
                .doesNotContain("Fabrikam");
        assertThat(batch(portal, token, "?after=" + cursor).get("events")).isEmpty();
        assertThat(portal.bean(LogKeys.class).read(batch.get("head").asString()))
                .hasValueSatisfying(head -> assertThat(head.seq()).isEqualTo(read.size()));
        assertThat(portal.database().count("event_token where last_used_at is not null"))
                .isEqualTo(1);
        assertThat(ada.visit("/settings/streaming").body())
                .contains("SIEM", token.substring(43))
                .doesNotContain(token);
    }

    @Test
    void onlySealedEventsAreReadSoThatNoneIsSkipped(Portal portal) {
        var ada = ada(portal);
        var token = shown(ada.post("/settings/streaming/tokens", "name", "SIEM"));
        assertThat(batch(portal, token, "").get("events")).isEmpty();
        seal(portal);
        var before = batch(portal, token, "").get("cursor").asLong();
        ManyEvents.write(portal, company(portal), 3, 86_400, "Committed late");
        seal(portal);
        var late = batch(portal, token, "?after=" + before).get("events");
        assertThat(late)
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.get("title").asString()).startsWith("Committed late"));
    }

    @Test
    void whatRetentionTookIsSaidToBeMissed(Portal portal) {
        var ada = ada(portal);
        var token = shown(ada.post("/settings/streaming/tokens", "name", "SIEM"));
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company(portal), 60, 86_400, "Daily");
        seal(portal);
        ada.post("/settings/company/retention", "days", "30");
        seal(portal);
        portal.bean(RetentionJob.class).retainAll();
        var gone = portal.database().one("select anchor_seq from event_chain", Long.class);
        assertThat(batch(portal, token, "").get("missed").asLong()).isEqualTo(gone);
        assertThat(batch(portal, token, "?after=" + gone).get("missed").asLong())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "pbe_", "pbe_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "pbw_x", "' or 1=1--"})
    void aForgedTokenReadsNothing(String forged, Portal portal) {
        ada(portal).post("/settings/streaming/tokens", "name", "SIEM");
        var answer = fetch(portal, forged, "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).doesNotContain("Contoso");
    }

    @Test
    void aRevokedTokenAndOneOfADeletedCompanyReadNothing(Portal portal) {
        var ada = ada(portal);
        var token = shown(ada.post("/settings/streaming/tokens", "name", "SIEM"));
        var other = shown(ada.post("/settings/streaming/tokens", "name", "Other"));
        assertThat(fetch(portal, token, "").statusCode()).isEqualTo(200);
        var id = portal.database().one("select token_id from event_token where name = 'SIEM'", UUID.class);
        ada.post("/settings/streaming/tokens/" + id + "/revoke");
        ada.post("/settings/streaming/tokens/" + id + "/revoke");
        assertThat(fetch(portal, token, "").statusCode()).isEqualTo(401);
        assertThat(fetch(portal, other, "").statusCode()).isEqualTo(200);
        assertThat(portal.database().count("event where type = 'EVENT_TOKEN_REVOKED'"))
                .isEqualTo(1);
        portal.database().execute("update company set deleted_at = now(), contact_email = '', billing_email = null");
        assertThat(fetch(portal, other, "").statusCode()).isEqualTo(401);
    }

    @Test
    void tokensAreHashedAndLimited(Portal portal) {
        var ada = ada(portal);
        var token = shown(ada.post("/settings/streaming/tokens", "name", "SIEM"));
        assertThat(portal.database()
                        .one(
                                "select event_token::text || (select string_agg(event::text, '') from event) from event_token",
                                String.class))
                .doesNotContain(token);
        HttpResponse<String> last = fetch(portal, token, "");
        for (int i = 0; i < 125 && last.statusCode() == 200; i++) {
            last = fetch(portal, token, "");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(ada.post("/settings/streaming/tokens", "name", " ").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theDescriptionNamesEveryFieldThereIs(Portal portal) {
        var ada = ada(portal);
        var token = shown(ada.post("/settings/streaming/tokens", "name", "SIEM"));
        seal(portal);
        var schemas = json.readTree(
                        new Surfer(portal).get("/api/v1/openapi.json").body())
                .get("components")
                .get("schemas");
        var batch = batch(portal, token, "?limit=1");
        var event = batch.get("events").get(0);
        assertThat(names(batch))
                .containsExactlyInAnyOrderElementsOf(names(schemas.get("Batch").get("properties")));
        assertThat(names(event))
                .containsExactlyInAnyOrderElementsOf(names(schemas.get("Event").get("properties")));
        assertThat(names(event.get("user")))
                .containsExactlyInAnyOrderElementsOf(names(schemas.get("User").get("properties")));
    }

    private static List<String> names(JsonNode node) {
        return new ArrayList<>(node.propertyNames());
    }

    private static Optional<Duration> send(Portal portal) {
        return Current.as(
                new CompanyId(company(portal)),
                new Actor.Machine("Event streaming"),
                () -> portal.bean(StreamSender.class).next());
    }

    /** Starts a webhook whose durable job is taken away, so that only the test sends. */
    private static String start(Portal portal, Surfer ada) {
        seal(portal);
        var secret = shown(ada.post(
                "/settings/streaming/webhook",
                "address",
                portal.microsoft().receiverAddress("siem").toString()));
        portal.database().execute("delete from scheduled_tasks where task_name = 'stream-events'");
        return secret;
    }

    private static List<Delivery> received(Portal portal) {
        return portal.microsoft().receivers().of("siem");
    }

    private List<String> titles(Portal portal) {
        return received(portal).stream()
                .filter(delivery -> delivery.answered() == Behavior.TAKES)
                .flatMap(
                        delivery -> json.readTree(delivery.body()).get("events").valueStream())
                .map(event -> event.get("title").asString())
                .toList();
    }

    @Test
    void theWebhookGetsWhatComesAfterItsStartSignedAndInOrder(Portal portal) {
        var ada = ada(portal);
        var secret = start(portal, ada);
        for (int i = 0; i < 3; i++) {
            ada.post("/settings/environments", "name", "Branch " + i);
        }
        seal(portal);
        send(portal);
        send(portal);

        assertThat(titles(portal))
                .containsExactly(
                        "Event Streaming Started",
                        "Environment Branch 0 Created",
                        "Environment Branch 1 Created",
                        "Environment Branch 2 Created");
        var delivery = received(portal).getFirst();
        assertThat(portal.bean(LogKeys.class)
                        .read(json.readTree(delivery.body()).get("head").asString()))
                .hasValueSatisfying(head -> assertThat(head.seq())
                        .isEqualTo(portal.database().one("select head_seq from event_chain", Long.class)));
        var signature = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})")
                .matcher(delivery.headers().get("Patchbay-Signature"));
        assertThat(signature.matches()).isTrue();
        assertThat(signature.group(2))
                .isEqualTo(HexFormat.of()
                        .formatHex(Hmac.sha256(
                                secret.getBytes(StandardCharsets.UTF_8),
                                (signature.group(1) + "." + delivery.body()).getBytes(StandardCharsets.UTF_8))));
        assertThat(ada.visit("/settings/streaming").body())
                .contains("HTTP 202 accepted")
                .doesNotContain(secret);
        assertThat(portal.database()
                        .one(
                                "select encode(address, 'escape') || encode(secret, 'escape') from event_webhook",
                                String.class))
                .doesNotContain("https", secret);
    }

    @Test
    void whatAFailingReceiverDoesNotTakeComesAgainInOrder(Portal portal) {
        var ada = ada(portal);
        start(portal, ada);
        ada.post("/settings/environments", "name", "First");
        seal(portal);
        var waits = new ArrayList<Duration>();
        for (var bad : List.of(Behavior.FAILS, Behavior.THROTTLES, Behavior.REDIRECTS_INSIDE)) {
            portal.microsoft().receivers().behave("siem", bad);
            waits.add(send(portal).orElseThrow());
        }
        assertThat(waits).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));
        assertThat(ada.visit("/settings/streaming").body()).contains("t accepting events", "HTTP 500", "HTTP 302");
        ada.post("/settings/environments", "name", "Second");
        seal(portal);
        portal.microsoft().receivers().behave("siem", Behavior.TAKES);
        send(portal);
        assertThat(titles(portal))
                .containsExactly("Event Streaming Started", "Environment First Created", "Environment Second Created");
    }

    @Test
    void streamingPausesAfterADayAndGoesOnWithoutALoss(Portal portal) {
        var ada = ada(portal);
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        start(portal, ada);
        seal(portal);
        portal.microsoft().receivers().behave("siem", Behavior.FAILS);
        send(portal);
        portal.microsoft().controls().advanceClock(Duration.ofHours(25));
        send(portal);
        assertThat(send(portal)).isEmpty();
        assertThat(portal.database().count("event where type = 'EVENT_STREAM_PAUSED'"))
                .isEqualTo(1);
        assertThat(ada.visit("/settings/streaming").body()).contains("Streaming is paused");
        assertThat(ada.visit("/catalog").body()).contains("Streaming to 127.0.0.1");
        assertThat(ada.visit("/notifications").body()).contains("No events are lost. Fix the receiver");
        portal.microsoft().receivers().behave("siem", Behavior.TAKES);
        ada.post("/settings/streaming/webhook/resume");
        assertThat(ada.visit("/catalog").body()).doesNotContain("Streaming to 127.0.0.1");
        portal.database().execute("delete from scheduled_tasks where task_name = 'stream-events'");
        seal(portal);
        send(portal);
        assertThat(titles(portal)).startsWith("Event Streaming Started").contains("Event Streaming Paused");
    }

    @Test
    void aCrashBetweenSendingAndStoringSendsAgain(Portal portal) {
        var ada = ada(portal);
        try (var _ = portal.jobsAtRest()) {
            start(portal, ada);
            seal(portal);
            var before = portal.database().one("select delivered_seq from event_webhook", Long.class);
            send(portal);
            portal.database().execute("update event_webhook set delivered_seq = " + before);
            send(portal);
            assertThat(titles(portal)).containsExactly("Event Streaming Started", "Event Streaming Started");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://siem.example.com/",
                "ftp://siem.example.com/",
                "https://user:secret@siem.example.com/",
                "https://siem.example.com:22/",
                "https://2130706433/",
                "https://0x7f.1/",
                "javascript:alert(1)",
                "//siem.example.com",
                "https://",
                "nonsense"
            })
    void anAddressThatMayNotBeCalledIsRefused(String address, Portal portal) {
        var answer = ada(portal).post("/settings/streaming/webhook", "address", address);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(portal.database().count("event_webhook")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://169.254.169.254/latest/",
                "https://10.0.0.1/",
                "https://[::1]/"
            })
    void anAddressWithinTheNetworkIsNeverCalled(String address, Portal portal) {
        var ada = ada(portal);
        var answer = ada.post("/settings/streaming/webhook", "address", address);
        if (answer.statusCode() == 200) {
            ada.post("/settings/streaming/webhook/test");
            assertThat(ada.follow().body()).contains("t accept the test", "Not sent: NOT_PUBLIC");
        } else {
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void theTestButtonShowsTheReceiversAnswer(Portal portal) {
        var ada = ada(portal);
        start(portal, ada);
        ada.post("/settings/streaming/webhook/test");
        assertThat(ada.follow().body()).contains("accepted the test: HTTP 202 accepted");
        portal.microsoft().receivers().behave("siem", Behavior.REFUSES);
        ada.post("/settings/streaming/webhook/test");
        assertThat(ada.follow().body()).contains("t accept the test. HTTP 400 invalid_payload");
        assertThat(json.readTree(received(portal).getFirst().body()).get("test").asBoolean())
                .isTrue();
        ada.post("/settings/streaming/webhook/delete");
        assertThat(portal.database().count("event_webhook")).isZero();
        assertThat(ada.post("/settings/streaming/webhook/test").statusCode()).isEqualTo(404);
    }
}
