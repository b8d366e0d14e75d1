package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.patchbay.catalog.imports.CatalogImport;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.SimulatedApp;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An application is deployed, kept up to date with two old versions, and leaves with the connection, but for what is assigned by hand. */
@BrowserTest
@PortalTest
class DeploymentJourneyTests {

    /** A row's text once that version is what it shows; all at one moment, as the page refreshes itself. */
    private static final String PUBLISHED = "^(?=.*%s)(?=.*Success)(?!.*Update:)";

    private static final String VISITOR = "user@contoso.onmicrosoft.com";

    @Test
    void anApplicationIsDeployedKeptUpToDateAndTakenOutAgain(Portal portal) {
        try (var ada = new Journey(portal)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso").startConnecting();
            ada.pick(Contoso.ADMIN).accept().heading("Intune Tenant Connected Successfully");
            ada.fill("Enter total number of managed devices in production", "100")
                    .press("Start Now");
            ada.sees("You have successfully activated your license");
            readCatalog(portal);
            ada.open("/deployments").sees("No deployments yet").looksRight("deployments-empty");
            deploy(ada);
            ada.sees("Success").looksRight("deployment");
            Assertions.assertThat(names(portal)).containsExactly("7-Zip 24.09");
            dependencies(ada);
            quickDeploy(ada);
            ada.open("/overview").sees("1 deployment is up to date").looksRight("overview");

            processesFaster(portal);
            for (var version : List.of("25.00", "25.01", "25.10")) {
                synchronize(ada, portal, version);
            }
            ada.press("Sync now").sees("removed 1 old version");
            ada.looksRight("deployments")
                    .follow("7-Zip")
                    .sees("Old, unassigned")
                    .looksRight("deployment-old");
            Assertions.assertThat(names(portal)).containsExactly("7-Zip 25.00", "7-Zip 25.01", "7-Zip 25.10");
            update(ada, portal);
            failure(ada, portal);
            onHold(ada, portal);
            ada.open("/overview").heading("Overview");
            ada.page().keyboard().press("/");
            ada.page().keyboard().type("7-zip");
            ada.page().keyboard().press("Enter");
            ada.heading("Search").sees("Igor Pavlov").looksRight("search");
            ada.page().locator("h1").click();
            ada.page().keyboard().press("?");
            ada.sees("Keyboard shortcuts").looksRight("shortcuts").press("Close");
            ada.page().keyboard().press("g");
            ada.page().keyboard().press("d");
            ada.heading("Deployments");
            try (var ulla = new Journey(portal)) {
                everythingElse(portal);
                ulla.open("/sign-in").follow("Sign in with Microsoft");
                ulla.giveAccount(VISITOR).heading("Overview");
                disconnect(ada, portal);
                ulla.open("/events").heading("Sign in to Patchbay");
            }
            takeOver(ada);
            withoutAccess(ada, portal);
        }
    }

    private static void readCatalog(Portal portal) {
        portal.microsoft().controls().publishers().folder();
        portal.bean(CatalogImport.class).run();
    }

    private static List<String> names(Portal portal) {
        return apps(portal).stream()
                .map(app -> app.displayName() + " " + app.displayVersion())
                .sorted()
                .toList();
    }

    private static List<SimulatedApp> apps(Portal portal) {
        return portal.microsoft().controls().applications().apps(Contoso.TENANT);
    }

    private static void deploy(Journey ada) {
        ada.open("/deployments/new?app=7zip.7zip").heading("Deploy 7-Zip").looksRight("deploy-version");
        ada.press("Continue").sees("Versions to Retain");
        assertThat(ada.page().getByLabel("Install command").first())
                .hasValue("msiexec /i \"{file}\" /quiet /norestart");
        ada.page().getByLabel("Versions to Retain").selectOption("2");
        ada.page().getByText("Role scope tags and categories").click();
        ada.page().getByLabel("Productivity").check();
        ada.looksRight("deploy-configuration").press("Continue").sees("No assignments yet");
        ada.page().locator("#group-0").pressSequentially("Desi");
        assertThat(ada.page().locator("datalist option")).hasCount(1);
        ada.page().locator("#group-0").fill("Design Studio");
        ada.press("Add assignment").sees("Assignment filter");
        assertThat(ada.page().locator("#group-1")).isFocused();
        ada.page().locator("#target-1").selectOption("All devices");
        ada.looksRight("deploy-assignments").press("Remove assignment 2");
        ada.press("Continue").sees("Version to publish").looksRight("deploy-summary");
        ada.press("Deploy").sees("Success - Publishing started");
        assertThat(ada.page().locator("#live .pb-status").first()).hasText("Success");
    }

    /** A newer version is published at once, and what became of the deployment can be read. */
    private static void update(Journey ada, Portal portal) {
        portal.microsoft().controls().publishers().release("7zip.7zip", "25.20");
        portal.bean(CatalogImport.class).run();
        ada.open("/deployments?updates=true").sees("Update: 25.20").looksRight("deployments-updates");
        ada.follow("7-Zip").sees("Version 25.20 is available").looksRight("deployment-update");
        ada.press("Update now").sees("Success - Update started");
        assertThat(ada.page().locator("#live .pb-timeline")).containsText("25.20 published");
        ada.open("/catalog/7zip.7zip").sees("Deployed to").looksRight("catalog-app-deployed");
    }

    /** What a manifest says of an application, and what it needs; it stays a draft. */
    private static void dependencies(Journey ada) {
        ada.open("/deployments/new?app=KeePassXCTeam.KeePassXC").press("Continue");
        ada.page().getByText("Return codes").first().click();
        ada.page().getByText("Company Portal and approval").click();
        ada.page().getByLabel("Deploy and require").check();
        ada.looksRight("deploy-dependencies").press("Continue").press("Continue");
        ada.sees("Deployed and required").looksRight("deploy-dependencies-summary");
    }

    /** Two applications are ticked on different pages of the catalog, and deployed with one set of settings. */
    private static void quickDeploy(Journey ada) {
        ada.open("/catalog").page().getByLabel("Select 7-Zip").check();
        ada.page()
                .getByLabel("Search", new Page.GetByLabelOptions().setExact(true))
                .fill("notepad");
        assertThat(ada.page().locator("#selection").getByLabel("7-Zip")).isChecked();
        ada.page().getByLabel("Select Notepad++").check();
        ada.press("Contoso, switch company").sees("All companies").looksRight("company-menu");
        assertThat(ada.page().locator("#company-list [aria-current]")).hasText("Contoso");
        ada.page().keyboard().press("Escape");
        assertThat(ada.page().locator("#company-menu")).isHidden();
        ada.looksRight("catalog-selection").press("Deploy selected").sees("2 applications");
        ada.page().locator("#group-0").fill("Design Studio");
        ada.page()
                .getByLabel("Scope", new Page.GetByLabelOptions().setExact(true))
                .selectOption("device");
        ada.page().getByLabel("Template name").fill("Designers");
        ada.press("Save template").sees("was saved").looksRight("quick");
        ada.press("Continue")
                .sees("Already deployed here")
                .looksRight("quick-confirm")
                .press("Deploy 1");
        ada.sees("All 2 done: 1 published, 1 not deployed").looksRight("quick-progress");
        ada.follow("Show these deployments").sees("Notepad++").looksRight("deployments-quick");
        ada.open("/deployments/templates").looksRight("templates");
        ada.open("/deployments?q=Notepad").page().getByLabel("Select Notepad++").check();
        ada.press("Delete").sees("Delete deployments?").press("Delete").sees("Success - Deleting");
        ada.open("/deployments?q=Notepad").sees("No matching deployments");
    }

    /** One deployment was watched while Intune takes its time; those after it need not be waited for as long. */
    private static void processesFaster(Portal portal) {
        portal.microsoft().controls().applications().times().processing(Duration.ofSeconds(1));
    }

    private static void synchronize(Journey ada, Portal portal, String version) {
        portal.microsoft().controls().publishers().release("7zip.7zip", version);
        portal.bean(CatalogImport.class).run();
        ada.open("/deployments").press("Sync now").sees("Success - Synchronization started");
        assertThat(row(ada)).hasText(Pattern.compile(PUBLISHED.formatted(version), Pattern.DOTALL));
    }

    private static Locator row(Journey ada) {
        return ada.page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(ada.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("7-Zip"))));
    }

    private static void onHold(Journey ada, Portal portal) {
        portal.database().execute("update intune_connection set state = 'LOST', problem = 'CONSENT_MISSING'");
        ada.open("/deployments").sees("Unavailable: the connection is lost").looksRight("deployments-on-hold");
        ada.follow("7-Zip").sees("the connection is lost").looksRight("deployment-on-hold");
        portal.database().execute("update intune_connection set state = 'CONNECTED', problem = null");
    }

    private static void failure(Journey ada, Portal portal) {
        portal.microsoft().controls().applications().faults().failNext(AppCall.CREATE, AppFault.APPROVAL_REQUIRED, 1);
        ada.open("/deployments/new?app=Notepad%2B%2B.Notepad%2B%2B")
                .press("Continue")
                .press("Continue");
        ada.press("Continue").sees("No one gets this application").looksRight("deploy-nobody");
        ada.page().getByLabel("Deploy without assignments").check();
        ada.press("Deploy").sees("Multi Admin Approval").looksRight("deployment-failed");
        ada.open("/overview").sees("Needs attention").looksRight("overview-needs");
        ada.open("/deployments?q=Notepad")
                .follow("Notepad++")
                .follow("Delete")
                .sees("Delete deployments?")
                .looksRight("deployment-delete");
        ada.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                .click();
        ada.sees("Success - Deleting the deployment");
    }

    /** What else ends with the connection: a banner, a channel and the role of a group, whose member is signed in. */
    private static void everythingElse(Portal portal) {
        var ada = new Surfer(portal).signIn(Contoso.ADMIN);
        Contoso.addChannelAndBanner(portal, ada);
        var packagers = portal.microsoft().controls().group(Contoso.TENANT, "Application Packagers");
        ada.get("/settings/users/groups/new");
        ada.post("/settings/users/groups", "groups", packagers.toString());
    }

    private static void disconnect(Journey ada, Portal portal) {
        var byHand = apps(portal).stream()
                .filter(app -> app.displayVersion().equals("25.00"))
                .findFirst()
                .orElseThrow();
        portal.microsoft()
                .controls()
                .applications()
                .assignByHand(
                        Contoso.TENANT,
                        byHand.id(),
                        portal.microsoft().controls().group(Contoso.TENANT, "Design Studio"),
                        "available");
        ada.open("/settings/environments").follow("Delete");
        ada.expand("Deployments and their applications")
                .sees("7-Zip 25.00 (old, assigned manually; stays in Intune)")
                .sees("7-Zip 25.20 (latest)");
        assertThat(ada.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("OK")))
                .isDisabled();
        ada.fill("To continue, type the tenant's primary domain", "contoso.example");
        assertThat(ada.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("OK")))
                .isDisabled();
        ada.fill("To continue, type the tenant's primary domain", "CONTOSO.com").looksRight("disconnect-deployments");
        ada.alwaysShows(
                ada.page().getByText("Are you sure you want to disconnect Intune?"),
                ada.page().getByText("Leave the applications in Intune"),
                ada.page().getByLabel("To continue, type the tenant's primary domain"),
                ada.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("OK")),
                ada.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cancel")));
        ada.press("OK").sees("Success - Intune disconnected").sees(byHand.id());
        for (var removed : List.of("Maintenance", "Team", "Application Packagers")) {
            ada.sees(removed);
        }
        ada.looksRight("disconnected-left");
        ada.follow("Remove remaining applications").sees("Download the script").looksRight("disconnect-cleanup");
        Assertions.assertThat(names(portal)).containsExactly("7-Zip 25.00");
    }

    /** The tenant is connected again, and what stayed in Intune becomes a deployment. */
    private static void takeOver(Journey ada) {
        ada.startConnecting().pick(Contoso.ADMIN).heading("Intune Tenant Connected Successfully");
        ada.follow("Look for applications from an earlier connection").looksRight("leftovers");
        ada.page().getByLabel("Select 7-Zip 25.00").check();
        ada.press("Delete").sees("Delete applications?").looksRight("leftovers-delete");
        ada.follow("Cancel").page().getByLabel("Select 7-Zip 25.00").check();
        ada.press("Take over").sees("Success - 1 deployment taken over");
        assertThat(row(ada)).containsText("25.00");
    }

    /** The consent is gone already, so nothing can be removed: the dialog says so, and the script names exactly what is left. */
    private static void withoutAccess(Journey ada, Portal portal) {
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        ada.open("/settings/environments").follow("Delete");
        ada.sees("Applications can't be removed from Intune").looksRight("disconnect-without-access");
        ada.fill("To continue, type the tenant's primary domain", "contoso.com").press("OK");
        ada.sees("Success - Intune disconnected").follow("Remove remaining applications");
        var script = ada.page().waitForDownload(() -> ada.follow("Download the script"));
        Assertions.assertThat(identifiers(script.path()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        apps(portal).stream().map(SimulatedApp::id).toList());
    }

    private static List<String> identifiers(Path script) {
        try {
            return Pattern.compile("Id = '([0-9a-f-]{36})'")
                    .matcher(Files.readString(script))
                    .results()
                    .map(id -> id.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
