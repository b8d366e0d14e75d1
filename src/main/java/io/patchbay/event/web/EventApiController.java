package io.patchbay.event.web;

import io.patchbay.event.api.EventFeed;
import io.patchbay.event.api.EventFeed.Batch;
import io.patchbay.event.api.EventTokens;
import io.patchbay.event.api.EventTokens.Bearer;
import io.patchbay.platform.access.OpenToAll;
import io.patchbay.platform.ratelimit.RateLimits;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Reading along: for systems that collect events. Whoever has a token reads the events of its company and nothing else. */
@Controller
class EventApiController {

    private static final int A_MINUTE = 60;
    private static final int GUESSES_A_MINUTE = 30;
    private static final int MOST = 1_000;
    private static final String SCHEME = "Bearer ";

    private final EventTokens tokens;
    private final EventFeed feed;
    private final RateLimits limits;

    EventApiController(EventTokens tokens, EventFeed feed, RateLimits limits) {
        this.tokens = tokens;
        this.feed = feed;
        this.limits = limits;
    }

    @GetMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenToAll
    ResponseEntity<?> events(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(name = "after", defaultValue = "0") String after,
            @RequestParam(name = "limit", defaultValue = "100") String limit,
            HttpServletRequest request) {
        var bearer = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.bearer(authorization.substring(SCHEME.length()).strip())
                : Optional.<Bearer>empty();
        if (bearer.isEmpty()) {
            return stranger(request);
        }
        var from = number(after, 0, Long.MAX_VALUE);
        var most = number(limit, 1, MOST);
        if (from.isEmpty() || most.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "Set after to 0 or more and limit to 1 to " + MOST)
                    .build(null);
        }
        return read(bearer.get(), from.getAsLong(), (int) most.getAsLong());
    }

    private static OptionalLong number(String text, long least, long most) {
        try {
            var number = Long.parseLong(text);
            return number < least || number > most ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private ResponseEntity<?> read(Bearer bearer, long after, int limit) {
        var verdict = limits.take(List.of("event-api:" + bearer.token()), A_MINUTE, Duration.ofMinutes(1));
        if (!verdict.allowed()) {
            return problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            A_MINUTE + " requests per minute are allowed. Try again later.")
                    .build(verdict.retryAfter());
        }
        var batch = Current.as(bearer.company(), new Actor.Machine("API"), () -> {
            tokens.used(bearer.token());
            return feed.knows(after) ? Optional.of(feed.after(after, limit)) : Optional.<Batch>empty();
        });
        if (batch.isEmpty()) {
            return problem(
                            HttpStatus.BAD_REQUEST,
                            "The cursor is beyond the end of the log. Use one that a response gave")
                    .build(null);
        }
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(body(batch.get()));
    }

    private ResponseEntity<?> stranger(HttpServletRequest request) {
        var verdict = limits.take(
                List.of("event-api-guess:" + request.getRemoteAddr()), GUESSES_A_MINUTE, Duration.ofMinutes(1));
        return verdict.allowed()
                ? problem(
                                HttpStatus.UNAUTHORIZED,
                                "The token is missing or invalid. Send a valid token as Authorization: Bearer pbe_…")
                        .build(null)
                : problem(HttpStatus.TOO_MANY_REQUESTS, "Too many requests without a valid token. Try again later.")
                        .build(verdict.retryAfter());
    }

    private static Map<String, @Nullable Object> body(Batch batch) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("events", batch.events());
        body.put("cursor", batch.cursor());
        body.put("more", batch.more());
        body.put("missed", batch.missed());
        body.put("head", batch.head());
        return body;
    }

    private static Problem problem(HttpStatus status, String detail) {
        return new Problem(status, detail);
    }

    private record Problem(HttpStatus status, String detail) {

        ResponseEntity<?> build(@Nullable Duration retryAfter) {
            var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
            if (status == HttpStatus.UNAUTHORIZED) {
                answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            if (retryAfter != null) {
                answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
            }
            return answer.body(Map.of("title", status.getReasonPhrase(), "status", status.value(), "detail", detail));
        }
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenToAll
    ResponseEntity<byte[]> description() throws IOException {
        return ResponseEntity.ok(new ClassPathResource("openapi/events.json").getContentAsByteArray());
    }
}
