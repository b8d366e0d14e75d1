package io.patchbay.journey;

import io.patchbay.simulator.Outage;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a connection once it was made: lost and mended, reduced, taken apart. */
@BrowserTest
@PortalTest
class ConnectionJourneyTests {

    private static final String ADMIN = Contoso.ADMIN;

    @Test
    void revokedConsentIsSeenAndMended(Portal portal) {
        try (var ada = connected(portal)) {
            ada.open("/settings/environments")
                    .follow("Contoso")
                    .heading("Contoso")
                    .looksRight("connection");
            portal.microsoft().controls().revokeConsent(Contoso.TENANT);
            ada.press("Check now").status("Connection lost");
            ada.sees("The connection to Contoso is lost.").looksRight("connection-lost");
            ada.open("/settings/environments").sees("Connection lost").looksRight("environments-lost");
            ada.open("/events").sees("Intune Connection Lost");
            ada.follow("Reconnect").heading("Reconnect Contoso").looksRight("reconnect");
            ada.press("Reconnect").pick(ADMIN).accept().accept();
            ada.heading("Contoso").sees("All permissions are granted").looksRight("connection-mended");
            ada.open("/events").sees("Intune Connection Added").sees("Intune Connection Restored");
        }
    }

    @Test
    void aMissingPermissionIsNamedWaivedAndRestored(Portal portal) {
        try (var ada = connected(portal)) {
            portal.microsoft().controls().removePermission(Contoso.TENANT, "User.Read.All");
            ada.open("/settings/environments")
                    .follow("Contoso")
                    .press("Check now")
                    .status("Permissions missing");
            ada.sees("Missing Intune permissions detected. Reconnect Intune to restore full functionality.");
            ada.sees("Unavailable: User.Read.All is missing.").looksRight("connection-degraded");
            ada.press("Waive User.Read.All").sees("Connected, limited").looksRight("connection-reduced");
            ada.press("Require User.Read.All again").sees("Permissions missing");
            portal.microsoft().controls().restorePermission(Contoso.TENANT, "User.Read.All");
            ada.press("Check now").status("Connected").sees("Intune Permission Restored");
            ada.press("Pause").sees("Success - Connection paused").looksRight("connection-paused");
            ada.press("Resume").sees("Success - Connection resumed");
        }
    }

    @Test
    void deletesAndConnectsAnotherTenant(Portal portal) {
        try (var ada = connected(portal)) {
            ada.open("/settings/environments").follow("Delete");
            ada.sees("Are you sure you want to disconnect Intune?").looksRight("delete");
            ada.follow("Cancel").heading("Environments").follow("Delete");
            ada.press("OK").sees("Success - Intune disconnected").looksRight("environments-disconnected");
            ada.follow("Disconnected from Contoso: remaining steps").looksRight("disconnected");
            portal.microsoft().controls().revokeConsent(Contoso.TENANT);
            ada.press("Verify").sees("Consent revoked").looksRight("disconnected-verified");
            ada.open("/events").sees("Intune Connection Removed");
            ada.startConnecting().press("Use another account").giveAccount("admin@fabrikam.onmicrosoft.com");
            ada.accept().pick("admin@fabrikam.onmicrosoft.com").accept();
            ada.heading("Intune Tenant Connected Successfully").sees("Fabrikam");
        }
    }

    @Test
    void longUnbrokenNamesWidenNoPage(Portal portal) {
        try (var ada = connected(portal)) {
            portal.database().execute("update environment set name = repeat('W', 60)");
            portal.database().execute("update company set name = repeat('M', 60)");
            portal.database().execute("update member set name = repeat('Q', 60)");
            portal.database()
                    .execute(
                            "update intune_connection set tenant_name = repeat('Z', 80), primary_domain = repeat('y', 80)");
            ada.signInAgain(ADMIN);
            for (var page : List.of("environments", "users", "company", "quotes", "notifications")) {
                ada.open("/settings/" + page).looksRight("long-names-" + page);
            }
            ada.open("/settings/environments").follow("Z".repeat(80)).looksRight("long-names-connection");
            ada.follow("Delete").looksRight("long-names-delete");
        }
    }

    @Test
    void anotherTenantsAccountCannotReconnect(Portal portal) {
        try (var ada = connected(portal)) {
            ada.open("/settings/environments").follow("Reconnect").press("Reconnect");
            ada.press("Use another account").giveAccount("admin@fabrikam.onmicrosoft.com");
            ada.sees("AADSTS50020").sees("Contoso").sees("1c6f3b9e-2d4a-4e8b-b7c5-9f8e7d6c5b4a");
            ada.open("/settings/environments").follow("Contoso").sees("All permissions are granted");
        }
    }

    @Test
    void deletesWhileMicrosoftIsDown(Portal portal) {
        try (var ada = connected(portal)) {
            portal.microsoft().controls().outage(Outage.SERVER_ERROR);
            ada.open("/settings/environments")
                    .follow("Contoso")
                    .press("Check now")
                    .status("Unknown");
            ada.looksRight("connection-unknown");
            ada.follow("Delete").press("OK").sees("Success - Intune disconnected");
            portal.microsoft().controls().outage(Outage.NONE);
        }
    }

    private static Journey connected(Portal portal) {
        var ada = new Journey(portal);
        ada.foundCompany(ADMIN, "Contoso").startConnecting().pick(ADMIN).accept();
        ada.heading("Intune Tenant Connected Successfully");
        return ada;
    }
}
