package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** From the free trial over its end and a quote to a license key, with the vendor's sales in a browser of their own. */
@BrowserTest
@PortalTest
class LicenseJourneyTests {

    private static final String ADMIN = "admin@contoso.onmicrosoft.com";

    @Test
    void fromTheTrialToALicenseKey(Portal portal) {
        try (var ada = new Journey(portal);
                var sales = new Journey(portal)) {
            ada.foundCompany(ADMIN, "Contoso").startConnecting().pick(ADMIN).accept();
            ada.heading("Intune Tenant Connected Successfully").sees("Start your free 30-day trial");
            ada.looksRight("connected-unlicensed");
            assertThat(button(ada, "Activate Now")).isDisabled();
            ada.fill("Enter total number of managed devices in production", "249");
            ada.follow("Change subscription plan.").heading("Subscription plan").looksRight("plans");
            ada.follow("Choose Premium").sees("Includes the Premium plan.").looksRight("license-none");
            assertThat(ada.page().getByLabel("Enter total number of managed devices in production"))
                    .hasValue("249");
            ada.press("Add one device").press("Start Now");
            ada.sees("You have successfully activated your license").looksRight("license-activated");
            ada.press("Close").sees("Premium (trial)").looksRight("license-trial");
            ada.follow("App Catalog")
                    .press("Next")
                    .sees("Your trial license expires in 30 days.")
                    .looksRight("catalog-trial");
            ada.open("/settings/environments").sees("Premium (trial)").looksRight("environments-trial");

            portal.microsoft().controls().advanceClock(Duration.ofDays(31));
            ada.signInAgain(ADMIN);
            ada.open("/catalog").sees("Your license has expired").looksRight("catalog-expired");
            ada.follow("Request a Quote").heading("Request a Quote").looksRight("quote");
            ada.fill("Devices", "");
            ada.press("Request a Quote").sees("Check the highlighted fields").looksRight("quote-errors");
            ada.fill("Devices", "250").fill("Message", "For a year, please.").press("Request a Quote");
            ada.heading("Your request was sent").looksRight("quote-sent");
            ada.follow("Quotes").sees("Requested").looksRight("quotes-requested");

            sales.signIn("sales@patchbay.onmicrosoft.com").heading("Quotes").looksRight("staff-quotes");
            sales.page().locator("tbody a").click();
            sales.sees("For a year, please.").looksRight("staff-quote");
            sales.press("Issue license key").heading("License key issued").looksRight("staff-key-issued");
            var key = sales.page().locator(".pb-issued-key code").innerText();
            sales.open("/staff/licenses").heading("License keys").looksRight("staff-licenses");
            sales.open("/staff/licenses/new").heading("Issue a license key").looksRight("staff-license-new");
            sales.open("/staff/events").sees("License Key Issued").looksRight("staff-events");

            ada.open("/settings/quotes").sees("The license key is ready.").looksRight("quotes-answered");
            ada.open("/settings/environments");
            ada.page().getByLabel("More actions for Default Environment").click();
            ada.follow("Activate License").sees("Your license has expired. Existing deployments stay");
            ada.looksRight("license-expired");
            ada.fill("Enter License Key Here", (key.startsWith("A") ? "B" : "A") + key.substring(1));
            ada.press("Activate Now").sees("This key contains a typo.").looksRight("license-typo");
            ada.fill("Enter License Key Here", key).press("Activate Now");
            ada.sees("You have successfully activated your license").press("Close");
            ada.sees("ends with " + key.substring(24)).looksRight("license-key");
            ada.open("/events").sees("License Activated").looksRight("events-license");

            sales.open("/staff/licenses");
            sales.page().locator("tbody a").click();
            sales.sees("Default Environment").looksRight("staff-license").press("Revoke");
            sales.sees("Success - License key revoked").looksRight("staff-license-revoked");
            ada.open("/catalog").sees("Your license was revoked.");
        }
    }

    private static com.microsoft.playwright.Locator button(Journey journey, String name) {
        return journey.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
