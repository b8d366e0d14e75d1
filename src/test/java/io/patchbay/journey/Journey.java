package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.testsupport.Accessibility;
import io.patchbay.testsupport.Chromium;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.Surfer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;

/** Somebody at a browser: goes where people go, and looks at each page with axe on the way. */
final class Journey implements AutoCloseable {

    private static final int DESK = 1280;
    private static final int PHONE = 390;

    /** The latter two are what htmx says of a request whose page was left before it was answered. */
    private static final List<String> NO_COMPLAINTS =
            List.of("Failed to load resource", "htmx:afterRequest,", "htmx:sendAbort,");

    private final Portal portal;
    private final BrowserContext browser;
    private final Page page;
    private final List<Look> looks;
    private final List<String> complaints = new ArrayList<>();

    /** How wide the window is, and light or dark. */
    private record Look(int width, ColorScheme scheme) {

        @Override
        public String toString() {
            return scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
        }
    }

    /** At a desk, in the light; what has to look right is also looked at on a phone in the dark. */
    Journey(Portal portal) {
        this(portal, List.of(new Look(DESK, ColorScheme.LIGHT), new Look(PHONE, ColorScheme.DARK)));
    }

    /** With a window of that width all the way. */
    Journey(Portal portal, int width, ColorScheme scheme) {
        this(portal, List.of(new Look(width, scheme)));
    }

    /** Somebody signed in, whose browser runs no JavaScript. */
    static Journey withoutJavaScript(Portal portal, Surfer person) {
        var look = new Look(DESK, ColorScheme.LIGHT);
        var options = Chromium.options(DESK, ColorScheme.LIGHT).setJavaScriptEnabled(false);
        var journey = new Journey(portal, List.of(look), Chromium.open(options));
        person.lendSession(journey.browser);
        return journey;
    }

    private Journey(Portal portal, List<Look> looks) {
        this(
                portal,
                looks,
                Chromium.open(looks.getFirst().width(), looks.getFirst().scheme()));
    }

    private Journey(Portal portal, List<Look> looks, BrowserContext browser) {
        this.portal = portal;
        this.looks = looks;
        this.browser = browser;
        this.page = browser.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && NO_COMPLAINTS.stream().noneMatch(message.text()::contains)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    Journey open(String path) {
        page.navigate(portal.url() + path);
        return this;
    }

    Journey openAddress(String address) {
        page.navigate(address);
        return this;
    }

    Journey press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    Journey follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        return this;
    }

    Journey fill(String label, String value) {
        page.getByLabel(label).fill(value);
        return this;
    }

    Journey sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
        return this;
    }

    /** The same of what the open page learns with the next look of its bell, every 30 seconds. */
    Journey seesByItself(String text) {
        assertThat(page.getByText(text).first()).isVisible(new IsVisibleOptions().setTimeout(60_000));
        return this;
    }

    /** Does something after a request to such an address was sent and before its answer is there. */
    Journey beforeTheAnswer(String address, Runnable asking, Runnable work) {
        var held = new ArrayList<Route>();
        page.route(address, route -> {
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        asking.run();
        page.waitForCondition(() -> !held.isEmpty());
        work.run();
        held.getFirst().resume();
        return this;
    }

    /** The connection's page says so once a check is done, and the page has been loaded anew. */
    Journey status(String text) {
        assertThat(page.locator("#status .pb-status").first()).hasText(text);
        return this;
    }

    Journey heading(String text) {
        assertThat(heading()).hasText(text);
        return this;
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** The page is whole: axe finds nothing, nothing scrolls sideways; and takes its picture. */
    Journey looksRight(String name) {
        looksRight(name, looks.getFirst());
        for (var look : looks.subList(1, looks.size())) {
            wear(look);
            looksRight(name, look);
        }
        if (looks.size() > 1) {
            wear(looks.getFirst());
        }
        return this;
    }

    private void wear(Look look) {
        page.setViewportSize(look.width(), Chromium.HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
    }

    private void looksRight(String name, Look look) {
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", look + "-" + name + ".png"))
                .setFullPage(true));
        Assertions.assertThat(Accessibility.violations(page))
                .as("axe on %s (%s)", name, look)
                .isEmpty();
        Assertions.assertThat(Accessibility.sidewaysScroll(page))
                .as("no sideways scrolling on %s (%s)", name, look)
                .isZero();
    }

    /** Opens what stands behind a summary. */
    Journey expand(String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).click();
        return this;
    }

    /** Whether these are on the screen without scrolling, on a laptop and on a phone. */
    Journey alwaysShows(Locator... wanted) {
        for (var size : List.of(new int[] {1280, 800}, new int[] {390, 844})) {
            page.setViewportSize(size[0], size[1]);
            for (var one : wanted) {
                assertThat(one).isInViewport();
            }
        }
        wear(looks.getFirst());
        return this;
    }

    /** Moves the keyboard's focus to a link, button or field of this name; at every stop on the way it can be seen. */
    Journey tabTo(String name) {
        new Keyboard(page).tabTo(name);
        return this;
    }

    /** The open dialog keeps the focus, however often Tab is pressed; and Escape gives it back to what opened it. */
    Journey dialogKeepsFocus(String opener) {
        new Keyboard(page).leavesDialogTo(opener);
        return this;
    }

    /** Presses a key, or types a text. */
    Journey type(String text) {
        page.keyboard().type(text);
        return this;
    }

    Journey enter() {
        page.keyboard().press("Enter");
        return this;
    }

    Journey signIn(String account) {
        open("/sign-in").follow("Sign in with Microsoft");
        return giveAccount(account).accept();
    }

    /** Signs in at Microsoft's account picker, as somebody whose session has ended. */
    Journey signInAgain(String account) {
        open("/sign-in").follow("Sign in with Microsoft");
        return page.getByLabel("Email").isVisible() ? giveAccount(account) : pick(account);
    }

    Journey giveAccount(String account) {
        return fill("Email", account)
                .press("Next")
                .fill("Password", SimulatedMicrosoft.PASSWORD)
                .press("Sign in");
    }

    Journey accept() {
        return press("Accept");
    }

    Journey foundCompany(String account, String name) {
        return signIn(account).createCompany(name);
    }

    Journey createCompany(String name) {
        fill("Company name", name);
        page.getByLabel("Country").selectOption("DE");
        page.getByLabel("I accept the terms of use.").check();
        return press("Create Company").heading("Overview");
    }

    Journey pick(String account) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(account))
                .first()
                .click();
        return this;
    }

    Journey startConnecting() {
        return open("/settings/environments").press("Connect Default Environment");
    }

    @Override
    public void close() {
        browser.close();
        Assertions.assertThat(complaints)
                .as("what the browser's console complains of")
                .isEmpty();
    }
}
