package io.patchbay.microsoft.graph;

import io.patchbay.microsoft.TenantRefused;
import io.patchbay.microsoft.identity.AppTokens;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Microsoft Graph on behalf of Patchbay itself, in one customer's tenant. */
@Component
public class Graph {

    private static final Logger LOG = LoggerFactory.getLogger(Graph.class);
    private static final String NO_INTUNE = "not applicable to target tenant";
    private static final String APPROVAL_CODE = "x-msft-approval-code";

    private final GraphApi api;
    private final AppTokens tokens;
    private final ApplicationEventPublisher publisher;

    Graph(GraphApi api, AppTokens tokens, ApplicationEventPublisher publisher) {
        this.publisher = publisher;
        this.api = api;
        this.tokens = tokens;
    }

    /** The tenant as it describes itself. */
    public GraphOutcome<Organization> organization(UUID tenant) {
        return call(tenant, bearer -> api.organizations(bearer).value().getFirst());
    }

    /** Whether Intune answers in the tenant, and what it says of the subscription. */
    public GraphOutcome<IntuneSubscription> intune(UUID tenant) {
        return call(
                tenant,
                bearer -> IntuneSubscription.named(api.deviceManagement(bearer).get("subscriptionState")));
    }

    /** How many devices Intune manages in the tenant. */
    public GraphOutcome<Integer> managedDevices(UUID tenant) {
        return call(tenant, bearer -> {
            var count = api.managedDeviceOverview(bearer).enrolledDeviceCount();
            if (count == null) {
                throw new NoSuchElementException("Graph named no number of devices");
            }
            return count;
        });
    }

    /**
     * Makes a call with a token, with a fresh one where Graph does not take the one at hand.
     *
     * @param request gets the value of the header {@code Authorization}
     */
    public <T> GraphOutcome<T> call(UUID tenant, Function<String, T> request) {
        var outcome = once(tenant, request);
        if (outcome instanceof GraphOutcome.NotRecognized<T>) {
            tokens.forget(tenant);
            outcome = once(tenant, request);
        } else if (outcome instanceof GraphOutcome.Forbidden<T> && tokens.forgetForMissingPermission(tenant)) {
            outcome = once(tenant, request);
        }
        if (outcome instanceof GraphOutcome.NotRecognized<T>
                || outcome instanceof GraphOutcome.Forbidden<T>
                || outcome instanceof GraphOutcome.NoIntune<T>) {
            publisher.publishEvent(new TenantRefused(tenant));
        }
        return outcome;
    }

    private <T> GraphOutcome<T> once(UUID tenant, Function<String, T> request) {
        return switch (tokens.current(tenant)) {
            case AppTokens.TokenOutcome.Refused(var diagnosis) -> new GraphOutcome.NoToken<>(diagnosis);
            case AppTokens.TokenOutcome.Granted granted -> send(request, "Bearer " + granted.value());
        };
    }

    private static <T> GraphOutcome<T> send(Function<String, T> request, String bearer) {
        try {
            return new GraphOutcome.Answered<>(request.apply(bearer));
        } catch (RestClientResponseException e) {
            return refused(e);
        } catch (RestClientException | NoSuchElementException e) {
            LOG.warn("Microsoft Graph gave no usable answer: {}", e.getClass().getSimpleName());
            return new GraphOutcome.Unavailable<>();
        }
    }

    private static <T> GraphOutcome<T> refused(RestClientResponseException e) {
        var status = e.getStatusCode().value();
        LOG.info("Microsoft Graph answered {} (request-id {})", status, header(e, "request-id"));
        var approval = header(e, APPROVAL_CODE);
        if (approval != null || (status < 500 && GraphError.of(e).needsApproval())) {
            return new GraphOutcome.AwaitingApproval<>(approval);
        }
        return switch (status) {
            case 401 -> GraphError.behindGraph(e) ? failed(e) : new GraphOutcome.NotRecognized<>();
            case 403 -> new GraphOutcome.Forbidden<>();
            case 429 -> new GraphOutcome.Throttled<>(retryAfter(e));
            case 400 -> e.getResponseBodyAsString().contains(NO_INTUNE) ? new GraphOutcome.NoIntune<>() : failed(e);
            default -> status >= 500 ? new GraphOutcome.Unavailable<>(retryAfter(e)) : failed(e);
        };
    }

    private static <T> GraphOutcome<T> failed(RestClientResponseException e) {
        var error = GraphError.of(e);
        return new GraphOutcome.Failed<>(e.getStatusCode().value(), error.code(), error.message());
    }

    private static @Nullable Duration retryAfter(RestClientResponseException e) {
        var seconds = header(e, HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static @Nullable String header(RestClientResponseException e, String name) {
        var headers = e.getResponseHeaders();
        return headers == null ? null : headers.getFirst(name);
    }
}
