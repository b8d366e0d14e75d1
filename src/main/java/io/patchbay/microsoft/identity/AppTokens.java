package io.patchbay.microsoft.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.nimbusds.jwt.JWTParser;
import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.TenantRefused;
import io.patchbay.microsoft.identity.TokenRequests.Grant;
import io.patchbay.platform.pageview.PageTransactions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * App-only tokens for Microsoft Graph, one MSAL4J client for each tenant. The clients are bounded in number, concurrent
 * calls for one tenant make one request, and a tenant's tokens are dropped when its connection changes.
 */
@Component
public class AppTokens {

    private static final int TENANTS_AT_MOST = 1_000;
    private static final Duration BETWEEN_REPLACEMENTS = Duration.ofMinutes(1);

    private final Set<String> scope;
    private final MsalClients clients;
    private final TokenRequests requests;
    private final CredentialAlarm alarm;
    private final ApplicationEventPublisher publisher;
    private final Cache<UUID, TenantClient> tenants = Caffeine.newBuilder()
            .maximumSize(TENANTS_AT_MOST)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    /** When a token was last replaced because Graph found a permission missing in it. */
    private final Cache<UUID, Instant> replaced =
            Caffeine.newBuilder().maximumSize(TENANTS_AT_MOST).build();

    private final Clock clock;

    private record TenantClient(ConfidentialClientApplication client, ReentrantLock lock) {}

    AppTokens(
            MicrosoftProperties properties,
            MsalClients clients,
            TokenRequests requests,
            CredentialAlarm alarm,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.clock = clock;
        this.scope = Set.of(properties.cloud().graphScope());
        this.publisher = publisher;
        this.clients = clients;
        this.requests = requests;
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

    @EventListener
    void ended(TenantEnded event) {
        forget(event.tenant());
    }

    /** The tenants of which this process keeps anything. */
    public Set<UUID> kept() {
        return Set.copyOf(tenants.asMap().keySet());
    }

    /**
     * Drops the token where a permission is missing in it, which may have been granted since: to another instance, whose token
     * is a newer one. A minute has to pass before the next, so that a permission that really is missing costs little.
     *
     * @return whether a call is to be made again
     */
    public boolean forgetForMissingPermission(UUID tenant) {
        var now = clock.instant();
        var before = replaced.getIfPresent(tenant);
        if (before != null && !now.isBefore(before) && now.isBefore(before.plus(BETWEEN_REPLACEMENTS))) {
            return false;
        }
        replaced.put(tenant, now);
        forget(tenant);
        return true;
    }

    private TokenOutcome acquire(UUID tenant, boolean skipCache) {
        PageTransactions.end();
        var owned = tenants.get(tenant, id -> new TenantClient(clients.client(id.toString()), new ReentrantLock()));
        Diagnosis diagnosis;
        owned.lock().lock();
        try {
            var wanted = ClientCredentialParameters.builder(scope)
                    .skipCache(skipCache)
                    .build();
            var result = requests.await(Grant.APPLICATION, () -> owned.client().acquireToken(wanted));
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
