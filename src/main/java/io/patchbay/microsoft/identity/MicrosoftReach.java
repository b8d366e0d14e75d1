package io.patchbay.microsoft.identity;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.http.MicrosoftHttp;
import io.patchbay.microsoft.identity.AppTokens.TokenOutcome;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Looks whether Microsoft can be reached from here and knows this installation, for whoever starts the portal. */
@Component
public class MicrosoftReach {

    private final MicrosoftProperties properties;
    private final EntraEndpoints endpoints;
    private final AppTokens tokens;
    private final RestClient client;

    MicrosoftReach(MicrosoftProperties properties, MicrosoftHttp http, EntraEndpoints endpoints, AppTokens tokens) {
        this.properties = properties;
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.client = RestClient.builder()
                .requestFactory(http.requests())
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    /**
     * What an address of Microsoft answered.
     *
     * @param problem why there was no answer; null where there was one
     * @param time what it takes for now, to the second
     */
    public record Answer(
            URI address, @Nullable String problem, @Nullable Instant time) {}

    /** Asks Entra ID and Microsoft Graph for something that needs no token: any answer will do. */
    public List<Answer> answers() {
        return List.of(
                ask(URI.create(properties.authority() + "/organizations/v2.0/.well-known/openid-configuration")),
                ask(URI.create(properties.graph() + "/organization")));
    }

    private Answer ask(URI address) {
        try {
            var date = client.get()
                    .uri(address)
                    .retrieve()
                    .toBodilessEntity()
                    .getHeaders()
                    .getDate();
            return new Answer(address, null, date < 0 ? null : Instant.ofEpochMilli(date));
        } catch (RestClientException e) {
            return new Answer(address, problem(e.getMostSpecificCause()), null);
        }
    }

    private static String problem(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Why Entra ID gives no token in the operator's own tenant; empty where it does, or where that tenant is not set. */
    public Optional<ConsentProblem> refusal() {
        return operator()
                .map(tokens::fresh)
                .map(outcome -> outcome instanceof TokenOutcome.Refused(var diagnosis) ? diagnosis.problem() : null);
    }

    /**
     * The redirect URIs that the app registration lacks. Empty where it has them all, or where Graph does not show it: that
     * takes {@code Application.Read.All} in the operator's tenant, which Patchbay does not ask for.
     *
     * @see <a href="https://learn.microsoft.com/graph/api/application-get">Get application</a>
     */
    public Optional<List<URI>> missingRedirectUris() {
        return operator()
                .map(tokens::current)
                .map(outcome -> outcome instanceof TokenOutcome.Granted granted ? granted.value() : null)
                .flatMap(this::registered)
                .map(registered -> endpoints.redirectUris().stream()
                        .filter(uri -> !registered.contains(uri.toString()))
                        .toList());
    }

    private Optional<List<?>> registered(String token) {
        var address = "%s/applications(appId='%s')?$select=web".formatted(properties.graph(), properties.clientId());
        try {
            var answer = client.get()
                    .uri(URI.create(address))
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                    .retrieve()
                    .toEntity(Map.class);
            return answer.getStatusCode().is2xxSuccessful()
                            && answer.getBody() instanceof Map<?, ?> body
                            && body.get("web") instanceof Map<?, ?> web
                            && web.get("redirectUris") instanceof List<?> uris
                    ? Optional.of(uris)
                    : Optional.empty();
        } catch (RestClientException e) {
            return Optional.empty();
        }
    }

    private Optional<UUID> operator() {
        return Optional.ofNullable(properties.operatorTenant())
                .filter(tenant -> !tenant.isBlank())
                .map(UUID::fromString);
    }
}
