package io.patchbay.simulator;

import static io.patchbay.simulator.Peer.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Chromium;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages in a real browser, with their pictures in {@code target/simulator-pages}. */
@BrowserTest
class PagesTests {
    private static final Path PICTURES = Path.of("target", "simulator-pages");
    private static HttpServer application;
    private Controls controls;

    /** The application that people come from and go back to; Entra does not mind the port of localhost. */
    @BeforeAll
    static void answerAsTheApplication() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        application.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String page = "<!DOCTYPE html><title>Application</title><h1>" + exchange.getRequestMethod() + "</h1><p>"
                    + new String(body, StandardCharsets.UTF_8) + "</p>";
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(page.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        application.start();
    }

    @AfterAll
    static void quit() {
        if (application != null) {
            application.stop(0);
        }
    }

    @BeforeEach
    void fresh() {
        controls = Peer.fresh();
    }

    private static String url(String path) {
        return Peer.MICROSOFT.browserAddress()
                + path.replace("%3A8080", "%3A" + application.getAddress().getPort());
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void signIn(Page page, String username) {
        page.getByLabel("Email").fill(username);
        press(page, "Next");
        page.getByLabel("Password").fill(SimulatedMicrosoft.PASSWORD);
        press(page, "Sign in");
    }

    private static void look(Page page, String name) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 800);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(name + " fits " + width)
                    .isTrue();
        }
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }

    @Test
    void aPersonKnowsTheWay() {
        try (BrowserContext context = Chromium.open(1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(url(Peer.authorize("organizations", "prompt", "select_account")));
            look(page, "username");
            page.getByLabel("Email").fill("nobody@contoso.onmicrosoft.com");
            press(page, "Next");
            look(page, "username-unknown");
            page.getByLabel("Email").fill("admin@contoso.onmicrosoft.com");
            press(page, "Next");
            page.getByLabel("Password").fill("wrong");
            press(page, "Sign in");
            look(page, "password-wrong");
            page.getByLabel("Password").fill(SimulatedMicrosoft.PASSWORD);
            press(page, "Sign in");
            look(page, "consent-user");
            page.navigate(url(Peer.authorize("organizations", "prompt", "select_account")));
            look(page, "picker");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ada Marlowe"))
                    .click();
            page.navigate(url(Peer.adminConsent(CONTOSO)));
            page.getByText("Read all group memberships").click();
            look(page, "consent-admin");
            press(page, "Accept");
            page.waitForURL(Pattern.compile(
                    "http://localhost:\\d+/connect/intune/callback\\?admin_consent=True&tenant=" + CONTOSO + "&.*"));
            assertThat(controls.grantedPermissions(CONTOSO)).hasSize(7);
            page.navigate(url("/organizations/oauth2/v2.0/logout"));
            look(page, "signed-out");
        }
    }

    @Test
    void othersAreSentToAnAdministrator() {
        try (BrowserContext context = Chromium.open(1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(url(Peer.adminConsent(CONTOSO)));
            signIn(page, "intune@contoso.onmicrosoft.com");
            look(page, "approval");
            press(page, "Have an admin account? Sign in with that account");
            assertThat(page.getByLabel("Email").isVisible()).isTrue();
            page.navigate(url(Peer.authorize("organizations").replace("entra", "elsewhere")));
            look(page, "problem");
            page.navigate(url(Peer.authorize(Peer.FABRIKAM.toString())));
            look(page, "problem-wrong-tenant");
        }
    }

    @Test
    void theControlPageIsTidy() {
        controls.grantConsent(CONTOSO);
        try (BrowserContext context = Chromium.open(1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(url("/"));
            look(page, "control");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove User.Read.All"))
                    .click();
            assertThat(controls.grantedPermissions(CONTOSO)).hasSize(6);
        }
    }

    @Test
    void aFormPostsItselfBack() {
        try (BrowserContext context = Chromium.open(1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(url(Peer.authorize("organizations", "response_mode", "form_post")));
            signIn(page, "user@contoso.onmicrosoft.com");
            press(page, "Accept");
            page.waitForURL(Pattern.compile("http://localhost:\\d+/login/oauth2/code/entra"));
            assertThat(page.content()).contains("POST", "code=", "state=the-state");
        }
    }
}
