package io.patchbay.environment.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Connecting over HTTP, from sign-up to the event, and what can keep it from succeeding. */
@PortalTest
class ConnectingTests {

    private static final UUID CONTOSO = UUID.fromString("8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f");

    @Test
    void connectsATenantAndWritesTheEvent(Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        var page =
                ada.connect(ada.environment(), "admin@contoso.onmicrosoft.com").awaitOutcome();

        assertThat(page.body())
                .contains("Intune Tenant Connected Successfully")
                .contains("contoso.com")
                .contains(CONTOSO.toString());
        assertThat(ada.visit("/events").body()).contains("Intune Connection Added");
    }

    @Test
    void attemptsAreForgottenOnceTheyAreOld(Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        ada.startConnecting(ada.environment());
        var now = portal.microsoft().clock().instant();
        var old = portal.bean(OldAttempts.class);

        assertThat(old.deleteBefore(now.minusSeconds(60))).isZero();
        assertThat(old.deleteBefore(now.plusSeconds(60))).isEqualTo(1);
        assertThat(portal.database().rowCounts()).containsEntry("consent_attempt", 0L);
    }

    @Test
    void waitsForConsentToSpread(Portal portal) {
        portal.microsoft().controls().consentDelay(CONTOSO, 4);
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        var page =
                ada.connect(ada.environment(), "admin@contoso.onmicrosoft.com").awaitOutcome();

        assertThat(page.body()).contains("Intune Tenant Connected Successfully");
        assertThat(portal.microsoft().controls().tokenRequests(CONTOSO)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aGuestAdministratorCanReconnectButSignsInAtHomeToConnect(Portal portal) {
        var guest = "guestadmin@fabrikam.onmicrosoft.com";
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        ada.connect(ada.environment(), guest);
        assertThat(ada.page().body()).contains("Administrator role required", "guests in to their home tenant");

        ada.connect(ada.environment(), "admin@contoso.onmicrosoft.com").awaitOutcome();
        portal.microsoft().controls().revokeConsent(CONTOSO);
        var page = "/settings/environments/" + ada.environment() + "/intune";
        ada.get(page + "/reconnect");
        ada.post(page + "/reconnect");
        ada.follow();
        ada.enterAccount(guest);
        ada.acceptAll(guest).awaitOutcome();
        assertThat(portal.microsoft().controls().grantedPermissions(CONTOSO)).hasSize(7);
        assertThat(ada.visit(page).body()).contains(guest, "All permissions are granted");
    }
}
