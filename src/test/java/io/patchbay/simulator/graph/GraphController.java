package io.patchbay.simulator.graph;

import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.directory.Faults;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the calls of Graph from the network. */
@SimulatorController
final class GraphController {
    private static final String ROOT = "/graph/v1.0";
    private static final String BETA = "/graph/beta";

    private final Faults faults;
    private final BearerTokens tokens;
    private final Graph graph;
    private final Batch batch;
    private final JsonMapper json;

    GraphController(Faults faults, BearerTokens tokens, Graph graph, Batch batch, JsonMapper json) {
        this.faults = faults;
        this.tokens = tokens;
        this.graph = graph;
        this.batch = batch;
        this.json = json;
    }

    @RequestMapping({ROOT + "/**", BETA + "/**"})
    ResponseEntity<byte[]> call(HttpServletRequest request, @RequestBody(required = false) byte @Nullable [] body) {
        String requestId = (String) request.getAttribute("simulator.request-id");
        String clientRequestId = (String) request.getAttribute("simulator.correlation-id");
        try {
            faults.graphFault().ifPresent(fault -> {
                throw new GraphException(fault.status(), fault.code(), fault.message());
            });
            GraphToken token = tokens.check(request.getHeader(HttpHeaders.AUTHORIZATION));
            GraphCall call = call(request, token, body);
            boolean batched = call.path().endsWith("/$batch") && call.method().equals("POST");
            return entity(
                    batched
                            ? batch.answer(call, token.roles(), requestId, clientRequestId)
                            : graph.answer(call, token.roles(), requestId, clientRequestId));
        } catch (GraphException refused) {
            return entity(graph.refusal(refused, requestId, clientRequestId));
        }
    }

    private GraphCall call(HttpServletRequest request, GraphToken token, byte @Nullable [] body) {
        Map<String, String> query = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                throw GraphException.badRequest("Query option '" + name + "' was specified more than once.");
            }
            query.put(name, values[0]);
        });
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        boolean beta = request.getRequestURI().startsWith(BETA);
        return new GraphCall(
                token.tenant(),
                request.getMethod(),
                beta
                        ? "/beta" + request.getRequestURI().substring(BETA.length())
                        : request.getRequestURI().substring(ROOT.length()),
                query,
                Map.of(),
                headers,
                body(body),
                Addresses.base(request) + (beta ? BETA : ROOT));
    }

    private JsonNode body(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return json.createObjectNode();
        }
        try {
            return json.readTree(body);
        } catch (JacksonException malformed) {
            throw GraphException.badRequest("Unable to read JSON request payload.");
        }
    }

    private ResponseEntity<byte[]> entity(GraphReply reply) {
        HttpHeaders headers = new HttpHeaders();
        reply.headers().forEach(headers::set);
        if (reply.body() instanceof String text) {
            headers.setContentType(MediaType.TEXT_PLAIN);
            return new ResponseEntity<>(text.getBytes(StandardCharsets.UTF_8), headers, reply.status());
        }
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new ResponseEntity<>(json.writeValueAsBytes(reply.body()), headers, reply.status());
    }
}
