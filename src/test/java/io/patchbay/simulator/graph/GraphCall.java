package io.patchbay.simulator.graph;

import io.patchbay.simulator.directory.Tenant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call of Graph, come by itself or in a batch.
 *
 * @param path below the version, beginning with a slash; after {@code /beta} where it is of that version
 * @param query decoded
 * @param segments what the route's path pattern has found
 * @param headers by lower-case names
 * @param base the version's own address, for links to the next page
 */
record GraphCall(
        Tenant tenant,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> segments,
        Map<String, String> headers,
        JsonNode body,
        String base) {

    private static final String BETA = "/beta";

    @Nullable
    String option(String name) {
        return query.get(name);
    }

    /** Where it went, without its query. */
    String address() {
        return base + (base.endsWith(BETA) ? path.substring(BETA.length()) : path);
    }

    /** Whether it went to the beta version. */
    boolean isBeta() {
        return path.startsWith(BETA + "/");
    }

    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    String segment(String name) {
        return segments.getOrDefault(name, "");
    }

    boolean isEventuallyConsistent() {
        return "eventual".equalsIgnoreCase(headers.get("consistencylevel"));
    }

    GraphCall with(Map<String, String> found) {
        return new GraphCall(tenant, method, path, query, found, headers, body, base);
    }
}
