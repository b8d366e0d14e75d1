package io.patchbay.journey;

import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody is invited, comes in, gets another role and is removed while at work. */
@BrowserTest
@PortalTest
class MembersJourneyTests {

    private static final Pattern LINK = Pattern.compile("/invitations/[\\w-]{43}");

    @Test
    void isInvitedChangedAndRemoved(Portal portal) {
        try (var ada = new Journey(portal);
                var felix = new Journey(portal)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso");
            ada.sees("You currently have only one user with Access Management privileges.")
                    .follow("Fix Access");
            ada.follow("Invitations").sees("No invitations").looksRight("invitations-empty");
            ada.press("Invite").sees("Enter an email address.").looksRight("invitations-errors");
            ada.fill("Email", "felix@example.com").press("Invite");
            ada.sees("Success - Invitation sent to felix@example.com").looksRight("invitations");

            felix.openAddress(portal.microsoft().browserAddress() + "/control");
            felix.sees("You're invited to Contoso on Patchbay").looksRight("control-mailbox");
            var link =
                    LINK.matcher(portal.microsoft().mailbox().mails().getFirst().text());
            link.find();
            felix.open(link.group()).follow("Sign in with Microsoft");
            felix.giveAccount("admin@fabrikam.onmicrosoft.com").accept();
            felix.heading("Join Contoso").looksRight("invitation");
            felix.press("Accept").heading("Overview");
            felix.open(link.group())
                    .heading("This invitation is no longer valid")
                    .looksRight("invitation-gone");

            ada.open("/settings/users")
                    .follow("Felix Arden")
                    .heading("Felix Arden")
                    .looksRight("user");
            ada.page().getByLabel("Role").selectOption("FULL_ADMIN");
            ada.page().locator("#accessManagement").check();
            ada.press("Save").sees("Success - Role of Felix Arden changed").looksRight("users-two");
            felix.open("/settings/users").heading("Users");
            ada.follow("Felix Arden").press("Remove").sees("Success - Felix Arden removed");
            felix.open("/settings/users").heading("Create a company");
            ada.open("/events").sees("Felix Arden Removed by Ada Marlowe").sees("Role Changed by Ada Marlowe");
        }
    }

    @Test
    void asksToComeInAsksAgainAndThinksBetterOfIt(Portal portal) {
        try (var ada = new Journey(portal);
                var bob = new Journey(portal)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso");
            bob.signIn("user@contoso.onmicrosoft.com").heading("Select a company");
            bob.fill("Reason (optional)", "I manage the laptops").press("Request access to Contoso");
            bob.sees("Waiting for approval").looksRight("request-waiting");
            portal.microsoft().controls().advanceClock(Duration.ofMinutes(61));
            bob.open("/companies").looksRight("request-renewable");
            bob.press("Renotify the administrators of Contoso");
            bob.sees("Success - The administrators of Contoso have been notified again")
                    .looksRight("request-renewed");
            ada.open("/settings/users/pending").sees("Requested again:").looksRight("users-pending");
            bob.press("Withdraw the request for access to Contoso");
            bob.sees("Success - Request for access to Contoso withdrawn");
            ada.open("/settings/users/pending").sees("No pending requests");
            bob.open("/account").sees("Find or create a company").looksRight("account-without-company");
        }
    }
}
