package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.directory.SubscriptionState;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From sign-up to a connected tenant, its event, and out again, in a browser. */
@BrowserTest
@PortalTest
class ConnectJourneyTests {

    private static final UUID CONTOSO = UUID.fromString("8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f");
    private static final String ADMIN = "admin@contoso.onmicrosoft.com";

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void connectsATenant(int width, ColorScheme scheme, Portal portal) {
        try (var ada = new Journey(portal, width, scheme)) {
            ada.open("/").heading("Sign in to Patchbay").looksRight("sign-in");
            ada.follow("Help").heading("Help").looksRight("help");
            ada.signIn(ADMIN).heading("Create a company").looksRight("onboarding");
            ada.press("Create Company").sees("Check the highlighted fields").looksRight("onboarding-errors");
            ada.createCompany("Contoso Workplace").sees("Get started").looksRight("overview-new");
            ada.open("/catalog").sees("No Connection Found").looksRight("catalog-empty");

            ada.open("/settings/environments").heading("Environments").looksRight("environments-empty");
            ada.page().getByLabel("More actions for Default Environment").click();
            ada.looksRight("environments-menu").follow("Edit Environment").looksRight("environment-form");
            ada.fill("Name", "").press("Save").sees("Enter a name.").looksRight("environment-form-errors");
            ada.fill("Name", "Production").press("Save").sees("Success - Environment updated");

            ada.press("Connect Production")
                    .pick(ADMIN)
                    .sees("Permissions requested")
                    .accept();
            ada.heading("Intune Tenant Connected Successfully");
            ada.sees("contoso.com").sees(CONTOSO.toString()).looksRight("connected");
            ada.follow("Close")
                    .heading("Environments")
                    .sees("Reconnect")
                    .sees("Delete")
                    .looksRight("environments");
            assertThat(ada.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Connect Production")))
                    .hasCount(0);
            ada.open("/events").heading("Events").looksRight("events");
            ada.follow("Intune Connection Added")
                    .follow("Open as page")
                    .heading("Intune Connection Added")
                    .sees("Correlation ID")
                    .sees("Connected")
                    .looksRight("event");
            ada.open("/settings/users").heading("Users").looksRight("users");
            ada.open("/settings/users/pending").sees("No pending requests").looksRight("users-pending");
            ada.open("/companies").heading("Select a company").looksRight("companies");
            ada.open("/catalog").sees("No applications yet").looksRight("catalog");
            ada.open("/nowhere").heading("Page not found").looksRight("not-found");

            ada.open("/catalog");
            ada.page().locator(".pb-account-button").click();
            ada.press("Sign out").heading("You're signed out").looksRight("signed-out");
            ada.open("/settings/environments").heading("Sign in to Patchbay");
            ada.follow("Sign in with Microsoft").sees("Email");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, DARK", "390, LIGHT"})
    void connectsOneOfSeveralFromItsRow(int width, ColorScheme scheme, Portal portal) {
        var founder = new Surfer(portal).foundCompany(ADMIN, "Contoso");
        for (var name : List.of("Rome", "Berlin", "Athens")) {
            founder.post("/settings/environments", "name", name);
        }
        try (var ada = new Journey(portal, width, scheme)) {
            founder.lendSession(ada.page().context());
            ada.open("/settings/environments").looksRight("environments-table");
            ada.press("Connect Berlin")
                    .giveAccount(ADMIN)
                    .sees("Permissions requested")
                    .accept();
            ada.heading("Intune Tenant Connected Successfully").follow("Close").heading("Environments");
            assertThat(ada.page().locator("tr", new Page.LocatorOptions().setHasText("contoso.com")))
                    .containsText("Berlin");
            ada.looksRight("environments-table-connected");
        }
    }

    @Test
    void connectsDeploysAndDeletesWithTheKeyboardAlone(Portal portal) {
        portal.importCatalog();
        try (var ada = new Journey(portal)) {
            ada.open("/").tabTo("Sign in with Microsoft").enter().sees("Email");
            ada.tabTo("Email").type(ADMIN).enter().sees("Enter password");
            ada.tabTo("Password").type(SimulatedMicrosoft.PASSWORD).enter().sees("Permissions requested");
            ada.tabTo("Accept").enter().heading("Create a company");
            ada.tabTo("Company name").type("Contoso");
            ada.tabTo("Country").type("Germany");
            ada.tabTo("I accept the terms of use.").type(" ");
            ada.tabTo("Create Company").enter().heading("Overview");
            ada.tabTo("Environments").enter().heading("Environments");
            ada.tabTo("Connect Default Environment").enter().sees("Pick an account");
            ada.tabTo(ADMIN).enter().sees("Permissions requested");
            ada.tabTo("Accept").enter().heading("Intune Tenant Connected Successfully");
            ada.tabTo("Start Now").enter().sees("You have successfully activated your license");
            ada.tabTo("Close").enter();
            deployWithTheKeyboard(ada);
            ada.tabTo("Environments").enter().heading("Environments");
            ada.tabTo("Delete")
                    .enter()
                    .sees("Are you sure you want to disconnect Intune?")
                    .dialogKeepsFocus("Delete");
            ada.enter().sees("Are you sure you want to disconnect Intune?");
            ada.tabTo("To continue, type the tenant's primary domain").type("contoso.com");
            ada.tabTo("OK").enter().sees("Success - Intune disconnected");
        }
    }

    private static void deployWithTheKeyboard(Journey ada) {
        ada.tabTo("App Catalog").enter().heading("App Catalog");
        ada.tabTo("Select 7-Zip").page().keyboard().press("Tab");
        ada.tabTo("7-Zip").enter().heading("7-Zip");
        ada.tabTo("Deploy").enter().heading("Deploy 7-Zip");
        ada.tabTo("Continue").enter().sees("Versions to Retain");
        ada.tabTo("Continue").enter().sees("No assignments yet");
        ada.tabTo("Group").type("Design Studio");
        ada.tabTo("Continue").enter().sees("Version to publish");
        ada.tabTo("Deploy").enter().sees("Success - Publishing started");
        assertThat(ada.page().locator("#live .pb-status").first()).hasText("Success");
    }

    @Test
    void theVerifyingPageUpdatesItself(Portal portal) {
        var microsoft = portal.microsoft().controls();
        microsoft.consentDelay(CONTOSO, 1_000_000);
        try (var ada = new Journey(portal)) {
            ada.foundCompany(ADMIN, "Contoso").startConnecting().pick(ADMIN).accept();
            ada.heading("Verifying…").looksRight("verifying");
            microsoft.endConsentDelay(CONTOSO);
            ada.heading("Intune Tenant Connected Successfully");
        }
    }

    @Test
    void aSubscriptionThatEndsIsToldAsThat(Portal portal) {
        var microsoft = portal.microsoft();
        microsoft.entra().subscription(CONTOSO, SubscriptionState.PENDING);
        try (var ada = new Journey(portal)) {
            ada.foundCompany(ADMIN, "Contoso").startConnecting().pick(ADMIN).accept();
            ada.heading("Verifying…").sees("up to ten").looksRight("verifying-subscription");
            microsoft.entra().subscription(CONTOSO, SubscriptionState.DISABLED);
            ada.heading("The Intune subscription is disabled").looksRight("subscription-disabled");
            microsoft.entra().subscription(CONTOSO, SubscriptionState.WARNING);
            ada.press("Try again").pick(ADMIN);
            ada.heading("Contoso").status("Connected, warning").looksRight("subscription-warning");
            microsoft.entra().subscription(CONTOSO, SubscriptionState.LOCKED_OUT);
            ada.press("Check now").status("Connection lost").sees("locked the tenant out");
            ada.looksRight("subscription-locked-out");
            ada.open("/settings/environments").sees("locked out of Intune").looksRight("environments-locked-out");
        }
    }

    @Test
    void theOperatorSeesTheRedirectUris(Portal portal) {
        try (var sam = new Journey(portal)) {
            sam.signIn("support@patchbay.onmicrosoft.com").open("/operator");
            sam.heading("Installation")
                    .sees("App registration")
                    .sees("/connect/intune/consented")
                    .looksRight("operator");
        }
    }
}
