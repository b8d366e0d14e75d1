package io.patchbay.simulator.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Graph answers.
 *
 * @param body a map for JSON, a string for plain text
 */
record GraphReply(
        int status, Map<String, String> headers, @Nullable Object body) {

    static GraphReply ok(Object body) {
        return new GraphReply(200, Map.of(), body);
    }
}
