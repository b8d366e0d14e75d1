package io.patchbay.journey;

import com.microsoft.playwright.options.ColorScheme;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody is invited, comes in, gets another role and is removed while at work. */
@BrowserTest
@PortalTest
class PeopleJourneyTests {

    private static final Pattern LINK = Pattern.compile("/invitations/[\\w-]{43}");

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void isInvitedChangedAndRemoved(int width, ColorScheme scheme, Portal portal) {
        try (var ada = new Journey(portal, width, scheme);
                var felix = new Journey(portal, width, scheme)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso");
            ada.sees("You currently have only one user with Access Management privileges.")
                    .follow("Fix Access");
            ada.follow("Invitations").sees("No invitations").looksRight("invitations-empty");
            ada.press("Invite").sees("Enter an e-mail address.").looksRight("invitations-errors");
            ada.fill("E-mail", "felix@example.com").press("Invite");
            ada.sees("Success - Invitation sent to felix@example.com").looksRight("invitations");

            felix.openAddress(portal.microsoft().browserAddress() + "/control");
            felix.sees("You are invited to Contoso on Patchbay").looksRight("control-mailbox");
            var link =
                    LINK.matcher(portal.microsoft().mailbox().mails().getFirst().text());
            link.find();
            felix.open(link.group()).follow("Sign in with Microsoft");
            felix.giveAccount("admin@fabrikam.onmicrosoft.com").accept();
            felix.heading("Join Contoso").looksRight("invitation");
            felix.press("Accept").heading("App Catalog");
            felix.open(link.group())
                    .heading("This invitation is no longer valid")
                    .looksRight("invitation-gone");

            ada.open("/settings/users")
                    .follow("Felix Arden")
                    .heading("Felix Arden")
                    .looksRight("user");
            ada.page().getByLabel("Role").selectOption("FULL_ADMIN");
            ada.page().getByLabel("Access Management").check();
            ada.press("Save").sees("Success - Role of Felix Arden changed").looksRight("users-two");
            felix.open("/settings/users").heading("Users");
            ada.follow("Felix Arden").press("Remove").sees("Success - Felix Arden removed");
            felix.open("/settings/users").heading("Create a company");
            ada.open("/events").sees("Felix Arden Removed by Ada Marlowe").sees("Role Changed by Ada Marlowe");
        }
    }
}
