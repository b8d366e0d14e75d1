package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** {@code POST /$batch}: at most 20 calls in one (json-batching.md). */
@SimulatorComponent
final class Batch {
    private static final int MOST = 20;

    private final Graph graph;

    Batch(Graph graph) {
        this.graph = graph;
    }

    GraphReply answer(GraphCall call, Set<String> roles, String requestId, String clientRequestId) {
        JsonNode requests = call.body().path("requests");
        if (!requests.isArray() || requests.isEmpty()) {
            throw GraphException.badRequest("Invalid batch payload format.");
        }
        if (requests.size() > MOST) {
            throw GraphException.badRequest("Number of batch request steps exceeds the maximum value of " + MOST + ".");
        }
        List<Map<String, Object>> responses = new ArrayList<>();
        Set<String> failed = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode item : requests) {
            String id = item.path("id").asString();
            if (id.isEmpty() || !ids.add(id)) {
                throw GraphException.badRequest("Every request needs an id of its own.");
            }
            GraphReply reply = dependsOnFailure(item, failed)
                    ? graph.refusal(
                            new GraphException(424, "FailedDependency", "A request it depends on has failed."),
                            requestId,
                            clientRequestId)
                    : graph.answer(single(call, item), roles, requestId, clientRequestId);
            if (reply.status() >= 400) {
                failed.add(id);
            }
            responses.add(response(id, reply));
        }
        return GraphReply.ok(Map.of("responses", responses));
    }

    private static boolean dependsOnFailure(JsonNode item, Set<String> failed) {
        for (JsonNode dependency : item.path("dependsOn")) {
            if (failed.contains(dependency.asString())) {
                return true;
            }
        }
        return false;
    }

    private static GraphCall single(GraphCall batch, JsonNode item) {
        String url = item.path("url").asString();
        UriComponents uri = UriComponentsBuilder.fromUriString(url.startsWith("/") ? url : "/" + url)
                .build();
        Map<String, String> query = new LinkedHashMap<>();
        uri.getQueryParams().toSingleValueMap().forEach((name, value) -> query.put(decode(name), decode(value)));
        Map<String, String> headers = new HashMap<>();
        item.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asString()));
        String path = (batch.isBeta() ? "/beta" : "") + (uri.getPath() == null ? "/" : uri.getPath());
        return new GraphCall(
                batch.tenant(),
                item.path("method").asString().toUpperCase(Locale.ROOT),
                path,
                query,
                Map.of(),
                headers,
                item.path("body"),
                batch.base());
    }

    private static String decode(@Nullable String text) {
        return text == null ? "" : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> response(String id, GraphReply reply) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("id", id);
        response.put("status", reply.status());
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put("Content-Type", reply.body() instanceof String ? "text/plain" : "application/json");
        response.put("headers", headers);
        if (reply.body() != null) {
            response.put("body", reply.body());
        }
        return response;
    }
}
