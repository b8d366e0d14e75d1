package io.patchbay.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.patchbay.testsupport.Accessibility;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The layout in a real browser: reachable by everybody, in both color schemes, on a telephone, under the strict policy. */
@GalleryTest
@BrowserTest
class GalleryBrowserTests {

    private static final List<String> PAGES = List.of(
            "/gallery",
            "/gallery/company",
            "/gallery/catalog",
            "/gallery/events",
            "/gallery/environments",
            "/gallery/bare",
            "/gallery/nothing",
            "/help");

    @LocalServerPort
    private int port;

    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void nothingWasBlocked() {
        assertThat(this.complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyPageIsAccessibleAndFitsWideAndNarrow(ColorScheme scheme) {
        for (int width : List.of(1280, 390)) {
            Page page = open(width, scheme);
            for (String path : PAGES) {
                visit(page, path);
                shoot(page, scheme, width, path);
                assertThat(Accessibility.violations(page))
                        .as("%s %s %s", path, scheme, width)
                        .isEmpty();
                assertThat(Accessibility.sidewaysScroll(page))
                        .as("%s at %s", path, width)
                        .isEqualTo(0);
            }
            page.context().close();
        }
    }

    @Test
    void theMenuOfASmallScreenWorksWithoutJavaScript() {
        Page page =
                open(new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
        visit(page, "/gallery/events");
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("App Catalog"));
        assertThat(link).isHidden();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Menu").setExact(true))
                .click();
        shoot(page, ColorScheme.LIGHT, 390, "/menu");
        link.click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("App Catalog")))
                .isVisible();
    }

    @Test
    void theAccountMenuSwitchesTheAppearanceWithoutLosingThePage() {
        Page page = open(1280, ColorScheme.LIGHT);
        visit(page, "/gallery/company");
        page.getByLabel("Company name").fill("Half typed");
        button(page, "Adele Vance").click();
        page.waitForResponse("**/preferences/theme", () -> button(page, "Dark").click());
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        assertThat(page.getByLabel("Company name")).hasValue("Half typed");
        shoot(page, ColorScheme.LIGHT, 1280, "/account");
        assertThat(Accessibility.violations(page)).isEmpty();
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
    }

    @Test
    void theNavigationStaysCollapsed() {
        Page page = open(1280, ColorScheme.LIGHT);
        visit(page, "/gallery/events");
        button(page, "Collapse menu").click();
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-nav", "collapsed");
        assertThat(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName("Events").setExact(true))
                        .first())
                .hasAttribute("aria-current", "page");
        shoot(page, ColorScheme.LIGHT, 1280, "/collapsed");
        assertThat(Accessibility.violations(page)).isEmpty();
    }

    @Test
    void aDialogTakesTheFocusAndGivesItBack() {
        Page page = open(1280, ColorScheme.LIGHT);
        visit(page, "/gallery/environments");
        Locator opener = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Delete"));
        opener.click();
        assertThat(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Disconnect Contoso?")))
                .isVisible();
        assertThat(button(page, "Cancel")).isFocused();
        shoot(page, ColorScheme.LIGHT, 1280, "/dialog");
        assertThat(Accessibility.violations(page)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).isHidden();
        assertThat(opener).isFocused();
    }

    @Test
    void aWrongFormSaysWhatIsWrongAndARightOneSaysSuccess() {
        Page page = open(1280, ColorScheme.LIGHT);
        visit(page, "/gallery/company");
        page.getByLabel("Contact email").fill("nobody");
        button(page, "Save changes").click();
        assertThat(page.locator(".pb-errors")).isFocused();
        assertThat(page.getByLabel("Contact email")).hasAttribute("aria-invalid", "true");
        shoot(page, ColorScheme.LIGHT, 1280, "/form-errors");
        assertThat(Accessibility.violations(page)).isEmpty();
        page.getByLabel("Company name").fill("Contoso");
        page.getByLabel("Contact email").fill("it@contoso.com");
        page.getByLabel("Country").selectOption("DE");
        page.getByLabel("I accept the terms of service").check();
        button(page, "Save changes").click();
        assertThat(page.locator("#toasts")).containsText("Success - Contoso updated");
        assertThat(page.locator("#toasts")).containsText("Failed - The invitation was not sent");
        shoot(page, ColorScheme.LIGHT, 1280, "/toasts");
        assertThat(Accessibility.violations(page)).isEmpty();
        button(page, "Dismiss").first().click();
        assertThat(page.locator(".pb-toast")).hasCount(1);
    }

    @Test
    void htmxSwapsPiecesAndShowsProblemsInPlace() {
        Page page = open(1280, ColorScheme.LIGHT);
        visit(page, "/gallery");
        button(page, "Load a piece").click();
        assertThat(page.locator("#piece")).containsText("A piece, loaded");
        button(page, "Fail").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Contoso is already connected to another environment.");
        assertThat(page.locator("#piece")).containsText("A piece, loaded");
        this.complaints.removeIf(line -> line.contains("409"));
    }

    @Test
    void identifiersAreCopiedAloud() {
        Page page = open(new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
        visit(page, "/gallery/bare");
        button(page, "Copy 8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f").click();
        assertThat(page.locator("#announcer")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f");
    }

    @Test
    void timesAreShownInTheReadersZone() {
        Page page = open(new Browser.NewContextOptions().setTimezoneId("Europe/Berlin"));
        visit(page, "/gallery");
        Locator time = page.locator("time[data-time=absolute]").first();
        assertThat(time).hasText("23 Nov 2026, 10:41 CET");
        assertThat(time).hasAttribute("title", "23 Nov 2026, 09:41 UTC");
    }

    private Page open(int width, ColorScheme scheme) {
        return open(new Browser.NewContextOptions()
                .setViewportSize(width, width < 500 ? 844 : 800)
                .setColorScheme(scheme));
    }

    private Page open(Browser.NewContextOptions options) {
        Page page =
                Chromium.open(options.setReducedMotion(ReducedMotion.REDUCE)).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                this.complaints.add(message.text());
            }
        });
        page.onPageError(this.complaints::add);
        return page;
    }

    private void visit(Page page, String path) {
        page.navigate("http://localhost:" + this.port + path);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void shoot(Page page, ColorScheme scheme, int width, String path) {
        String name = "%s-%s%s.png".formatted(scheme, width, path.replace('/', '-'));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name))
                .setFullPage(true));
    }
}
