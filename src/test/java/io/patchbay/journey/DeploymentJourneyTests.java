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
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An application is deployed, kept up to date with two old versions, and leaves with the connection, but for what is assigned by hand. */
@BrowserTest
@PortalTest
class DeploymentJourneyTests {

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

            for (var version : List.of("25.00", "25.01", "25.10")) {
                synchronize(ada, portal, version);
            }
            ada.press("Sync now").sees("removed 1 old version");
            ada.looksRight("deployments")
                    .follow("7-Zip")
                    .sees("Old, unassigned")
                    .looksRight("deployment-old");
            Assertions.assertThat(names(portal)).containsExactly("7-Zip 25.00", "7-Zip 25.01", "7-Zip 25.10");
            failure(ada, portal);
            disconnect(ada, portal);
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
        ada.fill("Search groups by name", "Design")
                .page()
                .getByLabel("Design Studio")
                .check();
        ada.press("Add to the list").looksRight("deploy-assignments");
        assertThat(ada.page().getByLabel("Remove Design Studio")).isVisible();
        ada.press("Continue").sees("Version to publish").looksRight("deploy-summary");
        ada.press("Deploy").sees("Success - Publishing started");
        assertThat(ada.page().locator("#live .pb-status").first())
                .hasText(
                        "Success",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(30_000));
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

    private static void synchronize(Journey ada, Portal portal, String version) {
        portal.microsoft().controls().publishers().release("7zip.7zip", version);
        portal.bean(CatalogImport.class).run();
        ada.open("/deployments").press("Sync now").sees("Success - Synchronization started");
        var row = row(ada);
        ada.page().waitForCondition(() -> {
            ada.open("/deployments");
            return row.textContent().contains(version) && row.textContent().contains("Success");
        });
    }

    private static Locator row(Journey ada) {
        return ada.page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(ada.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("7-Zip"))));
    }

    private static void failure(Journey ada, Portal portal) {
        portal.microsoft().controls().applications().faults().failNext(AppCall.CREATE, AppFault.APPROVAL_REQUIRED, 1);
        ada.open("/deployments/new?app=Notepad%2B%2B.Notepad%2B%2B")
                .press("Continue")
                .press("Continue");
        ada.press("Continue").press("Deploy").sees("Multi Admin Approval").looksRight("deployment-failed");
        ada.follow("Delete").sees("Delete deployments?").looksRight("deployment-delete");
        ada.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                .click();
        ada.sees("Success - Deleting the deployment");
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
                .sees("7-Zip 25.10 (latest)");
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
        ada.press("OK").sees("Success - Intune disconnected").sees(byHand.id()).looksRight("disconnected-left");
        ada.follow("Remove remaining applications").sees("Download the script").looksRight("disconnect-cleanup");
        Assertions.assertThat(names(portal)).containsExactly("7-Zip 25.00");
    }
}
