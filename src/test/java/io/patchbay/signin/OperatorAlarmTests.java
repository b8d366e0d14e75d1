package io.patchbay.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.simulator.SecretState;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.util.TestSocketUtils;

/** Our own credential: one alarm however many tenants it keeps out, and a warning in time. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class OperatorAlarmTests {

    @Test
    void aRefusedCredentialRaisesOneAlarm(Portal portal, CapturedOutput output) {
        var tokens = portal.bean(AppTokens.class);
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        tokens.fresh(Contoso.TENANT);
        portal.microsoft().controls().secret(SecretState.EXPIRED);
        for (int i = 0; i < 3; i++) {
            tokens.fresh(Contoso.TENANT);
        }
        assertThat(output.getOut().split("ALERT: Entra ID is rejecting", -1)).hasSize(2);
        assertThat(refused(portal)).isEqualTo(1);
        var health = new Surfer(portal).get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        portal.microsoft().controls().secret(SecretState.OK);
        tokens.fresh(Contoso.TENANT);
        assertThat(refused(portal)).isZero();
    }

    @Test
    void theOperatorIsWarnedThirtyDaysAhead(Portal portal) {
        var today = LocalDate.ofInstant(portal.microsoft().clock().instant(), ZoneOffset.UTC);
        var port = TestSocketUtils.findAvailableTcpPort();
        var home = "http://localhost:" + port;
        try (var another = portal.another(
                port,
                Map.of(
                        "patchbay.portal.base-url",
                        home,
                        "patchbay.microsoft.client-secret-expires",
                        today.plusDays(20)))) {
            assertThat(another.isRunning()).isTrue();
            var sam = new Surfer(portal, home).signIn("support@patchbay.onmicrosoft.com");
            assertThat(sam.visit("/operator").body()).contains("credential in Entra ID expires in 19 days");
            var ada = new Surfer(portal, home).foundCompany(Contoso.ADMIN, "Contoso");
            assertThat(ada.visit("/catalog").body()).doesNotContain("credential in Entra ID");
        }
        assertThat(new Surfer(portal)
                        .signIn("support@patchbay.onmicrosoft.com")
                        .visit("/operator")
                        .body())
                .doesNotContain("credential in Entra ID expires");
    }

    private static double refused(Portal portal) {
        return portal.bean(MeterRegistry.class)
                .get("patchbay.credential.refused")
                .gauge()
                .value();
    }
}
