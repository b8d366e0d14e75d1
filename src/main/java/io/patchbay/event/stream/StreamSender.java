package io.patchbay.event.stream;

import io.patchbay.event.EventStreaming;
import io.patchbay.event.EventStreaming.StreamDelivery;
import io.patchbay.event.api.EventFeed;
import io.patchbay.event.api.EventFeed.Batch;
import io.patchbay.event.head.LogHeads;
import io.patchbay.event.log.Redaction;
import io.patchbay.outbound.OutboundAnswer;
import io.patchbay.outbound.OutboundAnswer.Answered;
import io.patchbay.outbound.OutboundAnswer.Refused;
import io.patchbay.outbound.OutboundAnswer.Unreachable;
import io.patchbay.outbound.OutboundHttp;
import io.patchbay.platform.crypto.Hmac;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.job.Backoff;
import io.patchbay.platform.tenancy.Current;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends events to a receiver, each body signed; must not be called inside a transaction. */
@Component
public class StreamSender {

    private static final int AT_ONCE = 100;
    private static final Backoff AFTER_FAILURE = new Backoff(Duration.ofSeconds(30), Duration.ofHours(1));
    private static final Duration TRIED_FOR = Duration.ofHours(24);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 200;

    private final EventStreaming streaming;
    private final EventFeed feed;
    private final LogHeads heads;
    private final SecretBox secrets;
    private final OutboundHttp outbound;
    private final Identifiers identifiers;
    private final JsonMapper json;
    private final Clock clock;

    StreamSender(
            EventStreaming streaming,
            EventFeed feed,
            LogHeads heads,
            @Qualifier("eventSecrets") SecretBox secrets,
            OutboundHttp outbound,
            Identifiers identifiers,
            JsonMapper json,
            Clock clock) {
        this.streaming = streaming;
        this.feed = feed;
        this.heads = heads;
        this.secrets = secrets;
        this.outbound = outbound;
        this.identifiers = identifiers;
        this.json = json;
        this.clock = clock;
    }

    /** Sends a test, whatever waits; what came of it, empty where there is no webhook. */
    public java.util.Optional<StreamDelivery> test() {
        return streaming.any().map(webhook -> {
            var delivery =
                    send(webhook, new Batch(List.of(), 0, false, 0, heads.head().orElse(null)), true);
            streaming.store(delivery);
            return delivery;
        });
    }

    /** Sends what comes next. How long until there is something to do again; empty where nothing ever will be. */
    java.util.Optional<Duration> next() {
        return streaming.active().map(webhook -> {
            var batch = feed.after(webhook.deliveredSeq(), AT_ONCE);
            return batch.events().isEmpty() ? IDLE : deliver(webhook, batch);
        });
    }

    private Duration deliver(StreamWebhook webhook, Batch batch) {
        var delivery = send(webhook, batch, false);
        if (delivery.taken()) {
            streaming.taken(webhook, delivery);
            return batch.more() ? Duration.ZERO : IDLE;
        }
        streaming.failed(webhook, delivery, tooLong(webhook, delivery.at()));
        return AFTER_FAILURE.after(webhook.failures());
    }

    private static boolean tooLong(StreamWebhook webhook, Instant now) {
        var since = webhook.failingSince();
        return since != null && !now.isBefore(since.plus(TRIED_FOR));
    }

    private StreamDelivery send(StreamWebhook webhook, Batch batch, boolean test) {
        var company = Current.company();
        var id = identifiers.next();
        var body = body(id, batch, test);
        var address = new String(secrets.decrypt(company.value(), webhook.address()), StandardCharsets.UTF_8);
        var answer = outbound.post(
                address,
                Map.of("Patchbay-Delivery", id.toString(), "Patchbay-Signature", signature(webhook, body)),
                "application/json",
                body);
        return new StreamDelivery(
                test ? 0 : webhook.deliveredSeq() + 1,
                batch.cursor(),
                clock.instant(),
                answer instanceof Answered answered && answered.taken(),
                words(answer));
    }

    private byte[] body(UUID delivery, Batch batch, boolean test) {
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("delivery", delivery.toString());
        fields.put("company", Current.company().toString());
        fields.put("test", test);
        fields.put("cursor", batch.cursor());
        fields.put("events", batch.events());
        fields.put("head", batch.head());
        return json.writeValueAsBytes(fields);
    }

    /** {@code t=<seconds>,v1=<hex of HMAC-SHA256 over "<seconds>.<body>">}. */
    private String signature(StreamWebhook webhook, byte[] body) {
        var seconds = clock.instant().getEpochSecond();
        var signed = ((seconds + ".") + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        var secret = secrets.decrypt(Current.company().value(), webhook.secret());
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(Hmac.sha256(secret, signed));
    }

    private static String words(OutboundAnswer answer) {
        return switch (answer) {
            case Answered answered -> {
                var text = Redaction.of(answered.text().strip().replaceAll("\\p{Cntrl}+", " "));
                yield "HTTP " + answered.status() + " " + text.substring(0, Math.min(LONGEST_ANSWER, text.length()));
            }
            case Refused(var reason) -> "Not sent: " + reason;
            case Unreachable(var cause) -> "No answer: " + cause;
        };
    }
}
