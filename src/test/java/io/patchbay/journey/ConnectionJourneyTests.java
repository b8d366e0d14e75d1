package io.patchbay.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.simulator.Outage;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What becomes of a connection once it was made: lost and mended, reduced, taken apart. */
@BrowserTest
@PortalTest
class ConnectionJourneyTests {

    private static final String ADMIN = Contoso.ADMIN;
    private static final String PIET = "privileged@contoso.onmicrosoft.com";
    private static final Pattern INVITATION = Pattern.compile("/invitations/[\\w-]{43}");

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

    private static void more(Portal portal) {
        portal.database().execute("""
                insert into environment (company_id, environment_id, name, created_at, version)
                select company_id, gen_random_uuid(), 'Branch ' || i, now(), 0 from company, generate_series(1, 3) i
                """);
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
            more(portal);
            ada.open("/settings/environments").follow("Environment");
            ada.sees("Branch 3").looksRight("environments-table");
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
            ada.expand("With a command instead").press("Verify").sees("Microsoft still issues tokens");
            ada.expand("With a command instead").looksRight("disconnected-watched");
            portal.microsoft().controls().revokeConsent(Contoso.TENANT);
            ada.press("Verify").sees("Consent revoked").looksRight("disconnected-verified");
            ada.open("/events").sees("Intune Connection Removed");
            ada.startConnecting().press("Use another account").giveAccount("admin@fabrikam.onmicrosoft.com");
            ada.accept().pick("admin@fabrikam.onmicrosoft.com").accept();
            ada.heading("Intune Tenant Connected Successfully").sees("Fabrikam");
        }
    }

    @Test
    void aSecondPersonConfirmsRefusesOrLetsItLapseAndAWaitIsCanceled(Portal portal) {
        try (var ada = connected(portal);
                var piet = new Journey(portal)) {
            join(portal);
            piet.signInAgain(PIET).heading("Overview");
            ada.open("/settings/company").follow("Open Disconnect Protection");
            ada.page().getByLabel("A second administrator confirms").check();
            ada.press("Save").sees("Success - Disconnect protection saved").looksRight("protection");
            delete(ada).sees("OK doesn't disconnect right away").looksRight("delete-protected");
            ada.press("OK").sees("This is your own request").looksRight("disconnect-requested");

            piet.open("/notifications").sees("Ada Marlowe asks to disconnect Contoso");
            piet.follow("Review").heading("Disconnect Contoso").looksRight("disconnect-to-confirm");
            piet.fill("Reason (optional)", "Not before the audit is over").press("Refuse");
            piet.sees("Success - Request refused").looksRight("disconnect-refused");

            delete(ada).press("OK").sees("Waiting for a second administrator");
            portal.microsoft().controls().advanceClock(Duration.ofDays(8));
            runRequests(portal, "LAPSED");
            ada.page().reload();
            ada.sees("Expired");

            ada.open("/settings/company/disconnects").fill("Wait before disconnecting, in hours", "24");
            ada.press("Save").heading("Change disconnect protection").looksRight("protection-change");
            piet.open("/catalog").follow("Review").press("Confirm").sees("Success - Request confirmed");

            delete(ada).looksRight("delete-protected-twice");
            ada.press("OK").sees("Waiting for a second administrator").open("/events");
            piet.open("/catalog").follow("Review").press("Confirm").sees("Can still be canceled");
            ada.seesByItself("Ada Marlowe asked to disconnect Contoso with all").looksRight("disconnect-announced");
            ada.follow("Cancel or review").looksRight("disconnect-waits");
            ada.press("Cancel request").sees("Success - Request canceled");

            delete(ada).press("OK").sees("Waiting for a second administrator");
            piet.open("/catalog").follow("Review").press("Confirm").sees("Can still be canceled");
            portal.microsoft().controls().advanceClock(Duration.ofHours(24));
            runRequests(portal, "DONE");
            piet.page().reload();
            piet.follow("Show the disconnect").sees("24 hours of wait").looksRight("disconnected-protected");
        }
    }

    private static Journey delete(Journey who) {
        return who.open("/settings/environments").follow("Delete").sees("Are you sure you want to disconnect Intune?");
    }

    private static void join(Portal portal) {
        var ada = new Surfer(portal).signIn(ADMIN);
        ada.get("/settings/users/invitations");
        ada.post("/settings/users/invitations", "email", "piet@example.com", "role", "FULL_ADMIN");
        var link = INVITATION.matcher(ada.follow().body());
        assertThat(link.find()).isTrue();
        var piet = new Surfer(portal).signIn(PIET);
        piet.get(link.group());
        piet.post(link.group());
    }

    private static void runRequests(Portal portal, String awaited) {
        portal.lookNow("protected-disconnect");
        await().until(() ->
                portal.database().count("disconnect_request where kind = 'DISCONNECT' and status = '" + awaited + "'")
                        == 1);
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
