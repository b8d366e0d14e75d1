package io.patchbay.microsoft.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.nimbusds.jwt.JWTParser;
import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.TenantRefused;
import io.patchbay.platform.pageview.PageTransactions;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * App-only tokens for Microsoft Graph, one MSAL4J client for each tenant. The clients are bounded in number, concurrent
 * calls for one tenant make one request, and a tenant's tokens are dropped when its connection changes.
 */
@Component
public class AppTokens {

    private static final int TENANTS_AT_MOST = 1_000;

    private final Set<String> scope;
    private final MsalClients clients;
    private final CredentialAlarm alarm;
    private final ApplicationEventPublisher publisher;
    private final Cache<UUID, TenantClient> tenants = Caffeine.newBuilder()
            .maximumSize(TENANTS_AT_MOST)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    private record TenantClient(ConfidentialClientApplication client, ReentrantLock lock) {}

    AppTokens(
            MicrosoftProperties properties,
            MsalClients clients,
            CredentialAlarm alarm,
            ApplicationEventPublisher publisher) {
        this.scope = Set.of(properties.cloud().graphScope());
        this.publisher = publisher;
        this.clients = clients;
        this.alarm = alarm;
    }

    /** What came of asking for a token. */
    public sealed interface TokenOutcome {

        /**
         * A token. It alone proves no consent: only its roles do.
         *
         * @param value the bearer token; never to be logged or shown
         * @param roles the application permissions granted, by name
         */
        record Granted(String value, Set<String> roles) implements TokenOutcome {
            @Override
            public String toString() {
                return "Granted[roles=" + roles + "]";
            }
        }

        /** No token, and why. */
        record Refused(Diagnosis diagnosis) implements TokenOutcome {}
    }

    /** A token that is not older than this call. */
    public TokenOutcome fresh(UUID tenant) {
        return acquire(tenant, true);
    }

    /** A token, from the cache where there is one. */
    public TokenOutcome current(UUID tenant) {
        return acquire(tenant, false);
    }

    /** Drops everything kept for the tenant. */
    public void forget(UUID tenant) {
        tenants.invalidate(tenant);
    }

    private TokenOutcome acquire(UUID tenant, boolean skipCache) {
        PageTransactions.end();
        var owned = tenants.get(tenant, id -> new TenantClient(clients.client(id.toString()), new ReentrantLock()));
        Diagnosis diagnosis;
        owned.lock().lock();
        try {
            var result = owned.client()
                    .acquireToken(ClientCredentialParameters.builder(scope)
                            .skipCache(skipCache)
                            .build())
                    .join();
            alarm.accepted();
            return new TokenOutcome.Granted(result.accessToken(), roles(result.accessToken()));
        } catch (CompletionException e) {
            diagnosis = MsalFailures.diagnose(e).ofApplication();
        } finally {
            owned.lock().unlock();
        }
        return refused(tenant, diagnosis);
    }

    private TokenOutcome refused(UUID tenant, Diagnosis diagnosis) {
        if (diagnosis.problem().responsible() == ConsentProblem.Responsible.CUSTOMER) {
            publisher.publishEvent(new TenantRefused(tenant));
        }
        if (diagnosis.problem().responsible() == ConsentProblem.Responsible.OPERATOR) {
            alarm.refused(diagnosis);
        }
        return new TokenOutcome.Refused(diagnosis);
    }

    /** Reads the {@code roles} claim. The token is Graph's to validate; for its client this is a diagnosis, no proof. */
    private static Set<String> roles(String token) {
        try {
            List<String> roles = JWTParser.parse(token).getJWTClaimsSet().getStringListClaim("roles");
            return roles == null ? Set.of() : Set.copyOf(roles);
        } catch (ParseException opaque) {
            return Set.of();
        }
    }
}
