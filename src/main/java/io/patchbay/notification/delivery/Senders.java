package io.patchbay.notification.delivery;

import io.patchbay.notification.channel.Channel;
import io.patchbay.outbound.OutboundAnswer;
import io.patchbay.outbound.OutboundHttp;
import io.patchbay.platform.crypto.Hmac;
import io.patchbay.platform.crypto.SecretBox;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Sends through a channel, whatever its type, and says in words what the receiver answered. Never in a transaction. */
@Component
public class Senders {

    private static final String JSON = "application/json; charset=UTF-8";
    private static final int ANSWER_AT_MOST = 300;

    private final SecretBox secrets;
    private final WebhookBodies bodies;
    private final OutboundHttp http;
    private final NoticeMail mail;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    Senders(
            @Qualifier("channelSecrets") SecretBox secrets,
            WebhookBodies bodies,
            OutboundHttp http,
            NoticeMail mail,
            MessageSourceAccessor messages,
            Clock clock) {
        this.secrets = secrets;
        this.bodies = bodies;
        this.http = http;
        this.mail = mail;
        this.messages = messages;
        this.clock = clock;
    }

    public SendResult send(Channel channel, Delivery delivery) {
        var address = new String(secrets.decrypt(channel.id(), channel.address()), StandardCharsets.UTF_8);
        return switch (channel.type()) {
            case EMAIL -> mail.send(channel, address, delivery);
            case TEAMS -> post(address, Map.of(), bodies.teams(delivery));
            case SLACK -> post(address, Map.of(), bodies.slack(delivery));
            case WEBHOOK -> signed(channel, address, delivery);
        };
    }

    private SendResult signed(Channel channel, String address, Delivery delivery) {
        var body = bodies.generic(delivery);
        var time = Long.toString(clock.instant().getEpochSecond());
        var signature = Hmac.sha256(
                secrets.decrypt(channel.id(), channel.secret() == null ? new byte[0] : channel.secret()),
                signedText("%s.%s.".formatted(delivery.id(), time), body));
        return post(
                address,
                Map.of(
                        "webhook-id",
                        delivery.id().toString(),
                        "webhook-timestamp",
                        time,
                        "webhook-signature",
                        "v1," + Base64.getEncoder().encodeToString(signature)),
                body);
    }

    private static byte[] signedText(String head, byte[] body) {
        var bytes = head.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(bytes.length + body.length)
                .put(bytes)
                .put(body)
                .array();
    }

    private SendResult post(String address, Map<String, String> headers, byte[] body) {
        return switch (http.post(address, headers, JSON, body)) {
            case OutboundAnswer.Answered answered -> said(answered);
            case OutboundAnswer.Refused(var reason) ->
                new SendResult.Failed(messages.getMessage("outbound.refused." + reason), Duration.ZERO);
            case OutboundAnswer.Unreachable(var cause) ->
                new SendResult.Failed(messages.getMessage("outbound.unreachable." + cause), Duration.ZERO);
        };
    }

    private static SendResult said(OutboundAnswer.Answered answered) {
        var text = printable(answered.text());
        var answer = WebhookBodies.shortened(("HTTP " + answered.status() + " " + text).strip(), ANSWER_AT_MOST);
        return answered.taken()
                ? new SendResult.Taken(answer)
                : new SendResult.Failed(answer, answered.retryAfter() == null ? Duration.ZERO : answered.retryAfter());
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    }
}
