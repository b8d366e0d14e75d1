package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.patchbay.catalog.CatalogIcons;
import io.patchbay.deployment.Deploying;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application is looked for in the catalog, and found. */
@BrowserTest
@PortalTest
class CatalogJourneyTests {

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void isSearchedFilteredAndRead(int width, ColorScheme scheme, Portal portal) throws IOException {
        try (var ada = new Journey(portal, width, scheme)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso")
                    .startConnecting()
                    .pick(Contoso.ADMIN)
                    .accept();
            ada.heading("Intune Tenant Connected Successfully");
            ada.open("/catalog").sees("No applications yet").looksRight("catalog-empty");
            portal.importCatalog();
            portal.bean(CatalogIcons.class).fetch();
            ada.open("/catalog").sees("7-Zip").looksRight("catalog-cards");
            ada.page().locator("#q").fill("firefx");
            assertThat(ada.page().locator(".pb-app")).hasCount(1);
            assertThat(ada.page()).hasURL(Pattern.compile(".*q=firefx.*"));
            ada.looksRight("catalog-typo");
            ada.page().locator("#q").fill("zzzzzz");
            ada.sees("No matching applications").looksRight("catalog-nothing");
            ada.follow("Clear all filters").sees("7-Zip");
            ada.page().locator("#architecture").selectOption("ARM64");
            assertThat(ada.page()).hasURL(Pattern.compile(".*architecture=ARM64.*"));
            ada.follow("List");
            assertThat(ada.page().locator("#apps table")).isVisible();
            ada.looksRight("catalog-list");
            ada.open("/catalog").follow("7-Zip").heading("7-Zip").sees("Installers for version");
            ada.looksRight("catalog-app");
        }
    }

    @Test
    void whatIsTickedWhileASearchIsOnItsWayStaysTicked(Portal portal) {
        var contoso = Deploying.begin(portal);
        try (var ada = new Journey(portal)) {
            contoso.founder().lendSession(ada.page().context());
            ada.open("/catalog")
                    .beforeTheAnswer(
                            "**/catalog?*",
                            () -> ada.page().locator("#q").fill("notepad"),
                            () -> ada.page().getByLabel("Select 7-Zip").check());
            assertThat(ada.page().locator(".pb-app")).hasCount(1);
            assertThat(ada.page().locator("#selection").getByLabel("7-Zip")).isChecked();
            ada.page().getByLabel("Select Notepad++").check();
            ada.follow("Notepad++").heading("Notepad++").page().goBack();
            assertThat(ada.page().getByLabel("Select Notepad++")).isChecked();
            ada.press("Deploy selected").sees("2 applications");
        }
    }
}
