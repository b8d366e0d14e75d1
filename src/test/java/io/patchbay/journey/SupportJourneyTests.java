package io.patchbay.journey;

import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import org.junit.jupiter.api.Test;

/** Support asks, is granted, reads, and is cut off. */
@BrowserTest
@PortalTest
class SupportJourneyTests {

    @Test
    void asksIsGrantedReadsAndIsCutOff(Portal portal) {
        try (var ada = new Journey(portal);
                var sam = new Journey(portal)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso")
                    .startConnecting()
                    .pick(Contoso.ADMIN)
                    .accept();
            ada.heading("Intune Tenant Connected Successfully");
            ada.open("/settings/company")
                    .follow("Open Customer Support")
                    .sees("No access")
                    .looksRight("support-none");

            sam.signIn("support@patchbay.onmicrosoft.com").heading("Support");
            sam.fill("Find a company", "contoso").press("Search").looksRight("support-companies");
            sam.follow("Contoso").sees("No further access").looksRight("support-company");
            sam.press("Request access").sees("Enter a ticket number.");
            sam.fill("Ticket number", "4711")
                    .fill("Reason", "The trial does not start.")
                    .press("Request access");
            sam.sees("Success - Request sent");

            ada.open("/notifications")
                    .follow("Customer support requests access")
                    .looksRight("support-request");
            ada.press("Grant event log access for 1 day").sees("23h 59m left").looksRight("support-granted");

            sam.open(sam.page().url().replace(portal.url(), "")).sees("Access granted");
            sam.fill("Ticket number", "4711").looksRight("support-begin").press("Start session");
            sam.heading("Events").sees("Data of Contoso").looksRight("support-events");
            sam.follow("Intune Connection Added").sees("Data of Contoso").looksRight("support-event");

            ada.open("/events").sees("Customer Support Viewed Data");
            ada.open("/settings/company/support").press("Revoke access").sees("Success - Access revoked");
            sam.open(sam.page().url().replace(portal.url(), "")).sees("doesn't currently grant this access");
        }
    }
}
