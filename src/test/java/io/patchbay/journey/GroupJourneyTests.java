package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A security group is let in, a member of it comes in, is taken out of the group in Entra ID, and is out. */
@BrowserTest
@PortalTest
class GroupJourneyTests {

    private static final String USER = "user@contoso.onmicrosoft.com";

    @Test
    void aGroupIsLetInAndAMemberOfItComesAndGoes(Portal portal) {
        var microsoft = portal.microsoft().controls();
        try (var ada = new Journey(portal);
                var ulla = new Journey(portal)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso").startConnecting();
            ada.pick(Contoso.ADMIN).accept().heading("Intune Tenant Connected Successfully");
            ada.open("/settings/users")
                    .follow("Entra ID Groups")
                    .sees("No groups")
                    .looksRight("groups-empty");

            ada.follow("Add Group")
                    .heading("Available Groups")
                    .sees("Design Studio")
                    .looksRight("groups-available");
            ada.fill("Search by name", "sal").sees("Sales Americas");
            assertThat(ada.page().getByText("Design Studio")).hasCount(0);
            ada.page().getByLabel("Sales Americas").first().check();
            ada.beforeTheAnswer(
                    "**/groups/new?*",
                    () -> ada.fill("Search by name", "all it"),
                    () -> ada.page().getByLabel("Role of Sales Americas").selectOption("Full Admin"));
            ada.sees("All IT Staff");
            assertThat(ada.page().getByLabel("Role of Sales Americas").locator("option:checked"))
                    .hasText("Full Admin");
            assertThat(ada.page().getByLabel("Sales Americas").first()).isChecked();
            ada.page().getByLabel("All IT Staff").first().check();
            ada.page().getByLabel("Role of All IT Staff").selectOption("Intune App Admin");
            ada.looksRight("groups-chosen").press("Add");
            ada.sees("Success - 2 groups created").sees("All IT Staff").looksRight("groups");
            ada.page().getByLabel("Members of All IT Staff").click();
            ada.heading("Members of All IT Staff").sees("Ulla Lindgren").looksRight("groups-members");

            ulla.open("/sign-in").follow("Sign in with Microsoft");
            ulla.giveAccount(USER).heading("Overview");
            ulla.open("/settings/environments/new").heading("Add environment");

            ada.openAddress(portal.microsoft().browserAddress() + "/control")
                    .sees("Security groups")
                    .looksRight("control-groups");
            microsoft.removeFromGroup(Contoso.TENANT, microsoft.group(Contoso.TENANT, "Application Packagers"), USER);
            microsoft.advanceClock(Duration.ofMinutes(15));
            ulla.open("/events").heading("Select a company");

            microsoft.deleteGroup(Contoso.TENANT, microsoft.group(Contoso.TENANT, "Sales Americas"));
            ada.open("/settings/users/groups")
                    .sees("GROUP WAS DELETED ON AZURE")
                    .looksRight("groups-gone");
            ada.page().getByLabel("Remove Sales Americas").click();
            ada.sees("Remove Sales Americas?").looksRight("groups-remove").press("Remove");
            ada.sees("Success - Sales Americas removed");
            ada.open("/settings/environments").follow("Delete");
            ada.sees("Are you sure you want to disconnect Intune?")
                    .sees("Entra ID groups")
                    .looksRight("disconnect-groups");
        }
    }
}
