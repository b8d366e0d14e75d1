package io.patchbay.journey;

import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import org.junit.jupiter.api.Test;

/** A company is deleted: not while it is connected, and not by half its name. */
@BrowserTest
@PortalTest
class CompanyJourneyTests {

    @Test
    void isDeletedOnceNothingIsConnected(Portal portal) {
        try (var ada = new Journey(portal)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso")
                    .startConnecting()
                    .pick(Contoso.ADMIN)
                    .accept();
            ada.heading("Intune Tenant Connected Successfully");
            ada.open("/settings/company")
                    .sees("Delete these connections first:")
                    .looksRight("company-connected");
            ada.follow("Go to Environments").heading("Environments").follow("Delete");
            ada.press("OK").sees("Success - Intune disconnected");

            ada.open("/settings/company").looksRight("company");
            ada.follow("Delete Company…").sees("Delete the company Contoso?").looksRight("company-delete");
            ada.fill("Type the company's name to confirm", "Conto").press("Delete Company");
            ada.sees("The name doesn't match.").looksRight("company-delete-mismatch");
            ada.fill("Type the company's name to confirm", "Contoso").press("Delete Company");
            ada.heading("Company deleted").sees("Success - Company deleted").looksRight("company-deleted");
            ada.follow("Continue to your companies").heading("Create a company");
        }
    }
}
