package io.patchbay.simulator.entra;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What Entra appends to every error, so that its support can find the request. */
record Trace(String traceId, String correlationId, Instant at) {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    static Trace of(HttpServletRequest request, Clock clock) {
        return new Trace(
                (String) request.getAttribute(RequestIdFilter.REQUEST_ID),
                (String) request.getAttribute(RequestIdFilter.CORRELATION_ID),
                clock.instant());
    }

    static Trace random(Clock clock) {
        return new Trace(UUID.randomUUID().toString(), UUID.randomUUID().toString(), clock.instant());
    }

    String timestamp() {
        return FORMAT.format(at);
    }

    /** The description with the trace behind it, separated as the place demands: a space, or a line break. */
    String describe(EntraError error, String separator) {
        return String.join(
                separator,
                "AADSTS" + error.code() + ": " + error.message(),
                "Trace ID: " + traceId,
                "Correlation ID: " + correlationId,
                "Timestamp: " + timestamp());
    }

    /** The error as the body of an answer. */
    Map<String, Object> body(EntraError error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error.error());
        body.put("error_description", describe(error, " "));
        body.put("error_codes", List.of(error.code()));
        body.put("timestamp", timestamp());
        body.put("trace_id", traceId);
        body.put("correlation_id", correlationId);
        body.put("error_uri", error.uri());
        if (error.suberror() != null) {
            body.put("suberror", error.suberror());
        }
        if (error.claims() != null) {
            body.put("claims", error.claims());
        }
        return body;
    }
}
