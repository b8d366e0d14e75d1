package io.patchbay.environment.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.TestSocketUtils;

/** A tenant belongs to one connection, however many want it at once; and instances share what there is. */
@PortalTest
class TenantRaceTests {

    private static final String ADMIN = "admin@contoso.onmicrosoft.com";

    @Test
    void ofTwoCompaniesAtOnceOneGetsTheTenant(Portal portal) throws Exception {
        var first = beforeConsent(portal, "First");
        var second = beforeConsent(portal, "Second");
        var pages = AtOnce.all(accept(first), accept(second));

        assertThat(pages)
                .filteredOn(page -> page.contains("Intune Tenant Connected Successfully"))
                .hasSize(1);
        assertThat(pages)
                .filteredOn(page -> page.contains("Intune connection with the same Id found in another environment"))
                .hasSize(1);
    }

    @Test
    void anotherInstanceKnowsTheSession(Portal portal) {
        var port = TestSocketUtils.findAvailableTcpPort();
        try (var another = portal.another(port)) {
            var ada = new Surfer(portal).foundCompany(ADMIN, "Contoso");
            assertThat(ada.get("http://localhost:" + port + "/settings/environments")
                            .body())
                    .contains("Default Environment");
        }
    }

    private static Surfer beforeConsent(Portal portal, String company) {
        var surfer = new Surfer(portal).signIn(ADMIN).foundAnother(company);
        return surfer.startConnecting(surfer.environment()).enterAccount(ADMIN);
    }

    private static Callable<String> accept(Surfer surfer) {
        return () -> {
            surfer.atMicrosoft("consent", "decision", "accept");
            surfer.follow();
            return surfer.awaitOutcome().body();
        };
    }
}
