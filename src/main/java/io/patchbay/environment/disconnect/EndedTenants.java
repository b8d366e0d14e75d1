package io.patchbay.environment.disconnect;

import io.patchbay.environment.consent.TenantClaims;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.microsoft.identity.TenantEnded;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has this instance drop the tokens of tenants that are no longer connected, whichever instance disconnected them. Each
 * instance does so for itself, which a job of the database cannot.
 */
@Component
class EndedTenants {

    private final AppTokens tokens;
    private final TenantClaims claims;
    private final ApplicationEventPublisher publisher;

    EndedTenants(AppTokens tokens, TenantClaims claims, ApplicationEventPublisher publisher) {
        this.tokens = tokens;
        this.claims = claims;
        this.publisher = publisher;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        claims.free(tokens.kept()).forEach(tenant -> publisher.publishEvent(new TenantEnded(tenant)));
    }
}
