package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Pictures;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A banner is written, seen, put away, and ends: by its time, and with its connection. */
@BrowserTest
@PortalTest
class BannerJourneyTests {

    private static final String COLLEAGUE = "user@contoso.onmicrosoft.com";

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void isWrittenSeenPutAwayAndEnds(int width, ColorScheme scheme, Portal portal) {
        try (var ada = new Journey(portal, width, scheme);
                var bob = new Journey(portal, width, scheme)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso")
                    .startConnecting()
                    .pick(Contoso.ADMIN)
                    .accept();
            ada.heading("Intune Tenant Connected Successfully").looksRight("banner-system-one");
            bob.open("/sign-in").follow("Sign in with Microsoft").giveAccount(COLLEAGUE);
            bob.press("Request access to Contoso");
            ada.open("/settings/users/pending").press("Approve " + name(ada)).sees("approved");

            ada.open("/settings/banners").sees("No banners yet").looksRight("banners-none");
            ada.follow("New banner").heading("New banner");
            write(ada, "Maintenance on Sunday");
            assertThat(ada.page().locator("#preview strong").last()).hasText("nobody");
            var end = LocalDateTime.ofInstant(portal.bean(java.time.Clock.class).instant(), zone(ada))
                    .plusHours(2);
            ada.fill("End", end.toString().substring(0, 16));
            ada.looksRight("banner-editor");
            ada.press("Publish").sees("Success - Banner published");
            ada.follow("New banner")
                    .fill("Title", "Office party")
                    .press("Save as draft")
                    .sees("Success - Draft saved");
            ada.looksRight("banners");

            bob.open("/catalog");
            if (bob.page().getByText("Select a company").first().isVisible()) {
                bob.press("Select Contoso").open("/catalog");
            }
            bob.sees("Maintenance on Sunday").looksRight("banner-colleague");
            assertThat(bob.page().locator(".pb-banners img")).hasJSProperty("naturalWidth", 384);
            bob.press("Dismiss: Maintenance on Sunday");
            assertThat(bob.page().locator(".pb-banners")).hasCount(0);
            bob.open("/events");
            assertThat(bob.page().locator(".pb-banners")).hasCount(0);

            ada.open("/catalog").sees("Maintenance on Sunday").looksRight("banner-several");
            assertThat(ada.page().locator(".pb-banner:visible")).hasCount(1);
            ada.press("Next").sees("You currently have only one user").looksRight("banner-several-second");
            ada.press("Previous").sees("Maintenance on Sunday");

            portal.microsoft().controls().advanceClock(Duration.ofHours(3));
            ada.open("/catalog");
            assertThat(ada.page().getByText("Maintenance on Sunday")).hasCount(0);
            ada.open("/settings/banners").sees("Ended").looksRight("banners-history");
            ada.follow("Delete Office party").sees("You can't undo this.").looksRight("banner-delete");
            ada.follow("Cancel").heading("Banners");

            ada.open("/settings/environments").follow("Delete");
            ada.sees("Banners: 2").press("OK").sees("Success - Intune disconnected");
            assertThat(ada.page().locator(".pb-nav a[href='/settings/banners']"))
                    .hasCount(0);
            ada.open("/settings/banners").sees("Connect Intune first").looksRight("banners-not-connected");
        }
    }

    private static void write(Journey ada, String title) {
        ada.page().getByLabel("Severity").selectOption("WARNING");
        ada.page().getByLabel("Title").fill(title);
        ada.page()
                .getByLabel("Text", new Page.GetByLabelOptions().setExact(true))
                .or(ada.page().locator("#text"))
                .first()
                .fill("Intune is *read-only* from 08:00. Please\n\n- save your work\n- tell **nobody**");
        ada.page().locator("#link").fill("https://status.example.com/maintenance");
        ada.page().locator("#linkLabel").fill("Status page");
        ada.page()
                .locator("#image")
                .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", Pictures.jpeg(1600, 900)));
    }

    private static ZoneId zone(Journey ada) {
        var zone = ada.page().locator("[data-zone-name]").innerText();
        return "UTC".equals(zone) ? ZoneOffset.UTC : ZoneId.of(zone);
    }

    private static String name(Journey ada) {
        return ada.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile("^Approve ")))
                .first()
                .getAttribute("aria-label")
                .substring("Approve ".length());
    }
}
