package io.patchbay.notification.delivery;

import io.patchbay.platform.PortalProperties;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What receivers of each kind understand, kept within what they take by shortening the text. */
@Component
class WebhookBodies {

    private static final int TITLE_AT_MOST = 150;
    private static final int TEXT_AT_MOST = 2800;

    private final PortalProperties portal;
    private final MessageSourceAccessor messages;
    private final JsonMapper json;

    WebhookBodies(PortalProperties portal, MessageSourceAccessor messages, JsonMapper json) {
        this.portal = portal;
        this.messages = messages;
        this.json = json;
    }

    /** A workflow of Teams takes 28 KB at most. */
    byte[] teams(Delivery delivery) {
        var card = Map.of(
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                "body",
                List.of(
                        Map.of(
                                "type",
                                "TextBlock",
                                "size",
                                "Medium",
                                "weight",
                                "Bolder",
                                "wrap",
                                true,
                                "text",
                                plain(shortened(delivery.title(), TITLE_AT_MOST))),
                        Map.of(
                                "type",
                                "TextBlock",
                                "wrap",
                                true,
                                "text",
                                plain(shortened(delivery.body(), TEXT_AT_MOST)))),
                "actions",
                List.of(Map.of("type", "Action.OpenUrl", "title", open(), "url", link(delivery))));
        return bytes(Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
    }

    /** A header takes 150 characters, a section 3000. */
    byte[] slack(Delivery delivery) {
        var title = shortened(delivery.title(), TITLE_AT_MOST);
        return bytes(Map.of(
                "text",
                escaped(title),
                "blocks",
                List.of(
                        Map.of("type", "header", "text", Map.of("type", "plain_text", "text", title)),
                        Map.of(
                                "type",
                                "section",
                                "text",
                                Map.of(
                                        "type",
                                        "mrkdwn",
                                        "text",
                                        escaped(shortened(delivery.body(), TEXT_AT_MOST / 2)))),
                        Map.of(
                                "type",
                                "section",
                                "text",
                                Map.of("type", "mrkdwn", "text", "<%s|%s>".formatted(link(delivery), open()))))));
    }

    /** By the Standard Webhooks specification: type, timestamp, data. */
    byte[] generic(Delivery delivery) {
        return bytes(Map.of(
                "type",
                "patchbay." + delivery.kind().name().toLowerCase(java.util.Locale.ROOT),
                "timestamp",
                delivery.at().toString(),
                "data",
                Map.of("title", delivery.title(), "text", delivery.body(), "link", link(delivery))));
    }

    String link(Delivery delivery) {
        return portal.resolve(delivery.link()).toString();
    }

    private String open() {
        return messages.getMessage("notice.open");
    }

    static String shortened(String text, int atMost) {
        return text.codePointCount(0, text.length()) <= atMost
                ? text
                : text.substring(0, text.offsetByCodePoints(0, atMost - 1)) + "…";
    }

    /** Slack: these three, and only these. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Cards know a little Markdown: names must not become links. */
    private static String plain(String text) {
        return text.replaceAll("([\\[\\]*_`~#|\\\\])", "\\\\$1");
    }

    private byte[] bytes(Object body) {
        return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }
}
