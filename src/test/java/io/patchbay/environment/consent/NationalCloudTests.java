package io.patchbay.environment.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.TestSocketUtils;

/** In another cloud the scopes, tokens and links are that cloud's, with one setting (intune-in-the-field P18). */
@PortalTest
class NationalCloudTests {

    private static final String GCC_HIGH = "https://graph.microsoft.us";

    @Test
    void connectsATenantOfTheCloud(Portal portal) {
        var port = TestSocketUtils.findAvailableTcpPort();
        var home = "http://localhost:" + port;
        Map<String, Object> properties =
                Map.of("patchbay.microsoft.cloud", "gcc-high", "patchbay.portal.base-url", home);
        try (var another = portal.another(port, properties)) {
            portal.microsoft().entra().cloud(GCC_HIGH);
            var ada = new Surfer(portal, home).foundCompany(Contoso.ADMIN, "Contoso");
            assertThat(ada.connect(ada.environment(), Contoso.ADMIN)
                            .awaitOutcome()
                            .body())
                    .contains("Intune Tenant Connected Successfully");
            assertThat(another.getBean(EntraEndpoints.class)
                            .enterpriseApplication(Contoso.TENANT)
                            .toString())
                    .startsWith("https://entra.microsoft.us/" + Contoso.TENANT);
            assertThat(ada.visit("/settings/environments/" + ada.environment() + "/intune")
                            .body())
                    .contains("https://intune.microsoft.us/" + Contoso.TENANT);
        }
    }

    @Test
    void aCloudThatIsNotTheTenantsIsRefused(Portal portal) {
        portal.microsoft().entra().cloud(GCC_HIGH);
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.startConnecting(ada.environment());
        ada.enterAccount(Contoso.ADMIN);
        assertThat(ada.page().body()).contains("Microsoft rejected Patchbay&#39;s request", "AADSTS70011");
    }
}
