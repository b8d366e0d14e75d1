package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody looks after their account: signs out elsewhere, changes the time zone, goes from company to company. */
@BrowserTest
@PortalTest
class AccountJourneyTests {

    @Test
    void signsOutElsewhereAndReadsTimesInAnotherZone(Portal portal) {
        try (var office = new Journey(portal);
                var home = new Journey(portal)) {
            office.foundCompany(Contoso.ADMIN, "Contoso");
            home.signInAgain(Contoso.ADMIN).heading("Overview");
            office.open("/companies/new").createCompany("Contoso Labs");

            office.press("Ada Marlowe").looksRight("account-menu");
            office.follow("Your account").heading("Ada Marlowe");
            office.looksRight("account").sees("Chrome on Linux").sees("This session");
            office.press("Sign out Chrome on Linux").sees("Success - Signed out of 1 session");
            home.open("/catalog").heading("Sign in to Patchbay");

            office.page().getByLabel("Time zone").selectOption("Pacific/Auckland");
            office.fill("Contact email", "ada").press("Save");
            office.sees("Enter a valid email address.").looksRight("account-errors");
            office.fill("Contact email", "ada@example.com").press("Save");
            office.sees("Success - Account updated").sees("Notices are sent to ada@example.com.");
            assertThat(office.open("/events").page().locator("time").first())
                    .hasAttribute("title", Pattern.compile("GMT\\+1[23] \\(.* UTC\\)$"));

            office.open("/account").press("Open Contoso after sign-in");
            office.sees("Success - Contoso opens after you sign in");
            office.press("Switch to Contoso").heading("Overview");
            office.open("/account").looksRight("account-two-companies");
            office.follow("Leave Contoso Labs")
                    .sees("You immediately lose access to this company.")
                    .looksRight("leave");
            office.press("Leave").heading("This action couldn't be completed");
        }
    }
}
