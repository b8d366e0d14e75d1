package io.patchbay.microsoft.graph;

import io.patchbay.microsoft.identity.DirectoryText;
import java.util.regex.Pattern;
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
    private static final Pattern BEHIND_GRAPH = Pattern.compile("ErrorCode[\\\\\"\\s]*:[\\\\\"\\s]*Forbidden");
    private static final Pattern APPROVAL = Pattern.compile(
            "multi[ -]admin approval|x-msft-approval|request approval|active approval request|approval is required|requires approval",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 500;
    private static final int DEEPEST = 3;

    static GraphError of(RestClientResponseException answer) {
        var error = parsed(answer.getResponseBodyAsString()).path("error");
        var code = DirectoryText.plain(error.path("code").asString(""));
        return new GraphError(
                code.isEmpty() ? answer.getStatusText() : code,
                readable(error.path("message").asString("")));
    }

    /** Whether Multi Admin Approval stands before the call (learn.microsoft.com/intune: multi-admin-approval). */
    boolean needsApproval() {
        return APPROVAL.matcher(message).find();
    }

    /**
     * Whether a 401 comes from Intune behind Graph and not from the token, and passes within a minute (intune-in-the-field
     * P7).
     */
    static boolean behindGraph(RestClientResponseException answer) {
        return BEHIND_GRAPH.matcher(answer.getResponseBodyAsString()).find();
    }

    private static String readable(String message) {
        var inner = message;
        for (int depth = 0; depth < DEEPEST && inner.startsWith("{"); depth++) {
            inner = parsed(inner).path("Message").asString("");
        }
        var end = inner.indexOf(" - Operation ID");
        var text = end < 0 ? inner : inner.substring(0, end);
        return DirectoryText.plain(text, LONGEST);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
