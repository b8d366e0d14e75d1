package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.patchbay.deployment.Deploying;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is done with several pages one after another works by plain forms, in a browser that runs no JavaScript. */
@BrowserTest
@PortalTest
class PlainFormsJourneyTests {

    @Test
    void twoApplicationsAreDeployedAtOnce(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().times().processing(Duration.ZERO);
        try (var ada = Journey.withoutJavaScript(portal, contoso.founder())) {
            ada.open("/catalog").page().getByLabel("Select 7-Zip").check();
            ada.press("Keep selection");
            ada.page()
                    .getByLabel("Search", new Page.GetByLabelOptions().setExact(true))
                    .fill("keepass");
            ada.press("Apply").page().getByLabel("Select KeePassXC").check();
            assertThat(ada.page().locator("#selection").getByLabel("7-Zip")).isChecked();
            ada.press("Deploy selected").sees("2 applications");
            assertThat(ada.page().getByLabel("Default Environment")).isChecked();
            ada.page().locator("#group-0").fill("Design Studio");
            ada.press("Add assignment").press("Remove assignment 2").press("Continue");
            ada.sees("2 deployments will be created").press("Back");
            assertThat(ada.page().locator("#group-0")).hasValue("Design Studio");
            ada.press("Continue").press("Deploy 2").heading("Quick deploy");
            ada.sees("All 2 done: 2 published, 0 not deployed");
            ada.follow("Show these deployments").sees("KeePassXC").sees("7-Zip");
        }
    }

    @Test
    void aFilterOfTheLogIsSavedAndUsedAgain(Portal portal) {
        var contoso = Deploying.begin(portal);
        try (var ada = Journey.withoutJavaScript(portal, contoso.founder())) {
            ada.open("/events").page().getByLabel("Category").selectOption("INTUNE");
            ada.press("Apply").fill("Name of the view", "Intune alone").press("Save view");
            ada.sees("The view \"Intune alone\" was saved.");
            ada.open("/overview").follow("Events").heading("Events");
            ada.page()
                    .getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Saved views"))
                    .click();
            ada.heading("Saved views").follow("Intune alone").heading("Events");
            assertThat(ada.page()).hasURL(Pattern.compile("/events\\?category=INTUNE"));
            assertThat(ada.page().getByLabel("Category")).hasValue("INTUNE");
        }
    }
}
