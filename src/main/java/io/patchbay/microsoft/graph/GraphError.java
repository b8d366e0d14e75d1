package io.patchbay.microsoft.graph;

import java.util.Locale;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Graph says about a failure. Intune puts a JSON text into the message; what people can read of it stands in its {@code
 * Message}, before {@code " - Operation ID"}.
 */
record GraphError(String code, String message) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 500;

    static GraphError of(RestClientResponseException answer) {
        var error = parsed(answer.getResponseBodyAsString()).path("error");
        var code = error.path("code").asString("");
        return new GraphError(
                code.isEmpty() ? answer.getStatusText() : code,
                readable(error.path("message").asString("")));
    }

    /** Whether Multi Admin Approval stands before the call (learn.microsoft.com/intune: multi-admin-approval). */
    boolean needsApproval() {
        return (code + message).toLowerCase(Locale.ROOT).contains("approval");
    }

    private static String readable(String message) {
        var inner = message.startsWith("{") ? parsed(message).path("Message").asString(message) : message;
        var end = inner.indexOf(" - Operation ID");
        var text = end < 0 ? inner : inner.substring(0, end);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
