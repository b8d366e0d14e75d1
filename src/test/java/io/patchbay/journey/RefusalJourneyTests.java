package io.patchbay.journey;

import com.microsoft.playwright.options.ColorScheme;
import io.patchbay.simulator.SecretState;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person meets when a tenant cannot be connected, and how somebody else may finish it. */
@BrowserTest
@PortalTest
class RefusalJourneyTests {

    private static final UUID CONTOSO = UUID.fromString("8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f");
    private static final String ADMIN = "admin@contoso.onmicrosoft.com";

    @Test
    void decliningConsentIsSaidAndCanBeTriedAgain(Portal portal) {
        try (var ada = new Journey(portal)) {
            ada.foundCompany(ADMIN, "Contoso").startConnecting().pick(ADMIN).press("Cancel");
            ada.heading("Consent was declined").sees("AADSTS65004").looksRight("declined");
            ada.press("Try again").pick(ADMIN).accept().heading("Intune Tenant Connected Successfully");
        }
    }

    @Test
    void leavingMicrosoftsSignInIsACancellation(Portal portal) {
        try (var ada = new Journey(portal)) {
            ada.foundCompany(ADMIN, "Contoso").startConnecting().follow("Back");
            ada.heading("The sign-in was canceled").looksRight("canceled");
        }
    }

    @Test
    void aTenantWithoutIntuneIsNotConnected(Portal portal) {
        try (var nora = new Journey(portal)) {
            var admin = "admin@northwind.onmicrosoft.com";
            nora.foundCompany(admin, "Northwind").startConnecting().pick(admin).accept();
            nora.heading("The tenant has no Microsoft Intune").looksRight("no-intune");
            nora.open("/events").sees("Intune Connection Failed");
        }
    }

    @Test
    void theOperatorsFaultIsNotBlamedOnTheCustomer(Portal portal) {
        try (var ada = new Journey(portal)) {
            ada.foundCompany(ADMIN, "Contoso").startConnecting().pick(ADMIN);
            portal.microsoft().controls().secret(SecretState.EXPIRED);
            ada.accept()
                    .heading("Microsoft rejected Patchbay's credential")
                    .sees("AADSTS7000222")
                    .looksRight("operators-fault");
        }
    }

    @Test
    void aTenantConnectedElsewhereIsSaidBeforeConsent(Portal portal) {
        try (var ada = new Journey(portal)) {
            ada.foundCompany(ADMIN, "Contoso").startConnecting().pick(ADMIN).accept();
            ada.heading("Intune Tenant Connected Successfully");
            ada.open("/companies/new")
                    .createCompany("Contoso Second")
                    .startConnecting()
                    .pick(ADMIN);
            ada.heading("Intune connection with the same Id found in another environment")
                    .looksRight("taken");
        }
    }

    @Test
    void anApplicationAdministratorHandsOverToAColleague(Portal portal) {
        var appAdmin = "appadmin@contoso.onmicrosoft.com";
        try (var anton = new Journey(portal, 390, ColorScheme.DARK);
                var ada = new Journey(portal)) {
            anton.foundCompany(appAdmin, "Contoso").startConnecting().pick(appAdmin);
            anton.heading("Administrator role required")
                    .sees("Ask a colleague to finish")
                    .looksRight("another-role");
            var link = anton.page().locator("#hand-over ~ p code").innerText();

            ada.signIn(ADMIN).heading("Select a company").looksRight("companies-joinable");
            ada.page().navigate(link);
            ada.fill("Reason (optional)", "Anton asked me").press("Request access to Contoso");
            ada.sees("Success - Access to Contoso requested");

            anton.open("/settings/users/pending").sees("Reason: Anton asked me").looksRight("users-request");
            anton.page().getByLabel("Role").selectOption("FULL_ADMIN");
            anton.page()
                    .locator("button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Approve"))
                    .click();
            anton.sees("approved");

            ada.page().navigate(link);
            ada.heading("Connect Intune")
                    .looksRight("hand-over")
                    .press("Connect")
                    .pick(ADMIN)
                    .accept();
            ada.heading("Intune Tenant Connected Successfully");
            anton.open("/events").sees("Access Requested by").sees("Intune Connection Added");
        }
    }

    @Test
    void somebodyInSeveralCompaniesChoosesAndIsRemembered(Portal portal) {
        try (var ada = new Journey(portal)) {
            ada.foundCompany(ADMIN, "First").open("/companies/new").createCompany("Second");
            ada.open("/companies");
            ada.page()
                    .locator("#own + ul li")
                    .first()
                    .getByLabel("Remember my Selection")
                    .check();
            ada.press("Select First").heading("Overview").sees("First");
        }
        try (var ada = new Journey(portal)) {
            ada.open("/sign-in").follow("Sign in with Microsoft");
            ada.giveAccount(ADMIN).heading("Overview").sees("First");
        }
    }

    @Test
    void whoMayNotConsentForThemselvesIsToldAtSignIn(Portal portal) {
        portal.microsoft().controls().userConsentAllowed(CONTOSO, false);
        try (var uma = new Journey(portal)) {
            uma.open("/sign-in").follow("Sign in with Microsoft").giveAccount("user@contoso.onmicrosoft.com");
            uma.sees("Need admin approval").follow("Return to the application without granting consent");
            uma.sees("Sign-in was canceled").looksRight("sign-in-problem");
        }
    }
}
