package io.patchbay.microsoft.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.simulator.SecretState;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** App-only tokens: few requests, and none older than what they shall prove. */
@PortalTest
class AppTokensTests {

    @Test
    void manyCallsAtOnceMakeOneRequest(Portal portal) throws InterruptedException {
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        var tokens = portal.bean(AppTokens.class);
        tokens.forget(Contoso.TENANT);
        Callable<AppTokens.TokenOutcome> call = () -> tokens.current(Contoso.TENANT);
        assertThat(AtOnce.all(Collections.nCopies(20, call)))
                .hasSize(20)
                .allMatch(AppTokens.TokenOutcome.Granted.class::isInstance);
        assertThat(portal.microsoft().controls().tokenRequests(Contoso.TENANT)).isEqualTo(1);
    }

    @Test
    void aFreshTokenIsNotTheCachedOne(Portal portal) {
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        var tokens = portal.bean(AppTokens.class);
        tokens.forget(Contoso.TENANT);
        tokens.current(Contoso.TENANT);
        portal.microsoft().controls().removePermission(Contoso.TENANT, "User.Read.All");

        assertThat(((AppTokens.TokenOutcome.Granted) tokens.current(Contoso.TENANT)).roles())
                .contains("User.Read.All");
        assertThat(((AppTokens.TokenOutcome.Granted) tokens.fresh(Contoso.TENANT)).roles())
                .doesNotContain("User.Read.All");
    }

    @Test
    void aForgottenTenantIsAskedForAnew(Portal portal) {
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        var tokens = portal.bean(AppTokens.class);
        tokens.current(Contoso.TENANT);
        portal.microsoft().controls().secret(SecretState.EXPIRED);
        tokens.forget(Contoso.TENANT);

        assertThat(tokens.current(Contoso.TENANT))
                .isEqualTo(
                        new AppTokens.TokenOutcome.Refused(new Diagnosis(ConsentProblem.CREDENTIAL_REFUSED, 7000222)));
    }

    @Test
    void aTokenNeverShowsInText(Portal portal) {
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        assertThat(portal.bean(AppTokens.class).fresh(Contoso.TENANT).toString())
                .doesNotContain("eyJ");
    }
}
