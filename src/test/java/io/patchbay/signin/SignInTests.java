package io.patchbay.signin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.PortalProperties;
import io.patchbay.simulator.IdTokenTampering;
import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Endpoint;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.bind.annotation.RequestMethod;

/** Signing in and out of the portal. */
@PortalTest
class SignInTests {

    private static final UUID PERSONAL_ACCOUNTS = UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad");
    private static final UUID FABRIKAM = UUID.fromString("1c6f3b9e-2d4a-4e8b-b7c5-9f8e7d6c5b4a");

    static Stream<Arguments> tamperings() {
        return Stream.of(
                Arguments.of("other issuer", IdTokenTampering.issuer("https://evil.example/v2.0")),
                Arguments.of("other tenant", IdTokenTampering.tenant(FABRIKAM)),
                Arguments.of("personal account", IdTokenTampering.tenant(PERSONAL_ACCOUNTS)),
                Arguments.of("no tenant", IdTokenTampering.without("tid")),
                Arguments.of("no object ID", IdTokenTampering.without("oid")),
                Arguments.of("object ID is no UUID", IdTokenTampering.claim("oid", "ada")),
                Arguments.of("other audience", IdTokenTampering.audience("somebody-else")),
                Arguments.of("other nonce", IdTokenTampering.nonce("another")),
                Arguments.of("expired", IdTokenTampering.expired()),
                Arguments.of("unknown key", IdTokenTampering.unknownKey()),
                Arguments.of("alg none", IdTokenTampering.algorithmNone()),
                Arguments.of("alg HS256", IdTokenTampering.algorithmHs256()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void aTamperedIdTokenSignsNobodyIn(String what, IdTokenTampering tampering, Portal portal) {
        portal.microsoft().controls().idToken(tampering);
        var mallory = new Surfer(portal).signIn(Contoso.ADMIN);

        assertThat(mallory.page().body()).contains("This account can&#39;t be used");
        assertThat(mallory.visit("/companies").body()).contains("Sign in to Patchbay");
    }

    /** A7: what is recognized is tenant ID and object ID. */
    @Test
    void sameAddressButAnotherObjectIdIsAnotherPerson(Portal portal) {
        new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        portal.microsoft().controls().idToken(IdTokenTampering.claim("preferred_username", Contoso.ADMIN));
        portal.microsoft().controls().idToken(IdTokenTampering.claim("email", Contoso.ADMIN));
        var mallory = new Surfer(portal).signIn("admin@fabrikam.onmicrosoft.com");

        assertThat(mallory.page().body()).contains("Create a company").doesNotContain("App Catalog");
        assertThat(mallory.visit("/companies").body()).doesNotContain("Contoso</");
    }

    /** Whoever administers a tenant calls people what they like. */
    @Test
    void aHostileNameOfAPersonIsOneLineOfPrintableText(Portal portal) {
        portal.microsoft()
                .controls()
                .idToken(
                        IdTokenTampering.claim("name", "Ada\u0000\r\nBcc: x@example.com\u202emoc " + "y".repeat(5000)));
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");

        for (var page : new String[] {"/overview", "/events", "/settings/users", "/account"}) {
            assertThat(ada.visit(page).statusCode()).as(page).isEqualTo(200);
            assertThat(ada.page().body())
                    .as(page)
                    .contains("Ada Bcc: x@example.com moc yyy")
                    .doesNotContain("\u0000", "\u202e", "y".repeat(257));
        }
    }

    @Test
    void theSessionGetsANewIdentifier(Portal portal) {
        var ada = new Surfer(portal);
        ada.visit("/oauth2/authorization/entra");
        var before = ada.cookie("patchbay");
        ada.enterAccount(Contoso.ADMIN);
        ada.atMicrosoft("consent", "decision", "accept");
        ada.follow();

        assertThat(ada.page().body()).contains("Create a company");
        assertThat(ada.cookie("patchbay")).isNotEqualTo(before);
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites(Portal portal) {
        var cookie = new Surfer(portal)
                .get("/oauth2/authorization/entra").headers().allValues("Set-Cookie").stream()
                        .filter(header -> header.startsWith("patchbay="))
                        .findFirst()
                        .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
    }

    @Test
    void overHttpsCookieAndBrowserStayThere(Portal portal) {
        var secure = new PortalProperties(URI.create("https://patchbay.example"));
        var answer = new MockHttpServletResponse();
        new SecurityConfiguration()
                .sessionCookie(secure)
                .writeCookieValue(new CookieSerializer.CookieValue(new MockHttpServletRequest(), answer, "x"));
        new BrowserPolicy(portal.bean(EntraEndpoints.class), secure).writeHeaders(new MockHttpServletRequest(), answer);
        var overHttps = new MockHttpServletRequest("POST", "/sign-out");
        overHttps.setSecure(true);
        SecurityConfiguration.nothingStays().logout(overHttps, answer, null);
        assertThat(answer.getHeader("Clear-Site-Data")).contains("\"cache\"", "\"storage\"");
        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("__Host-patchbay=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
    }

    @Test
    void everyPageCarriesTheSecurityHeaders(Portal portal) {
        var contoso = Contoso.connected(portal);
        var ids = contoso.identifiers();
        for (var endpoint : Endpoint.all(portal)) {
            if (endpoint.method() == RequestMethod.GET) {
                var headers = contoso.founder().get(endpoint.address(ids)).headers();
                assertThat(headers.firstValue("Content-Security-Policy"))
                        .as(endpoint.toString())
                        .hasValueSatisfying(policy -> assertThat(policy)
                                .contains("default-src 'none'", "frame-ancestors 'none'")
                                .containsAnyOf("script-src 'self'", "sandbox")
                                .doesNotContain("unsafe"));
                assertThat(headers.firstValue("Access-Control-Allow-Origin"))
                        .as(endpoint.toString())
                        .isEmpty();
                assertThat(headers.firstValue("Referrer-Policy"))
                        .as(endpoint.toString())
                        .hasValue("no-referrer");
                assertThat(headers.firstValue("X-Content-Type-Options"))
                        .as(endpoint.toString())
                        .hasValue("nosniff");
                assertThat(headers.firstValue("Cache-Control"))
                        .as(endpoint.toString())
                        .hasValueSatisfying(value -> assertThat(value).containsAnyOf("no-store", "private"));
            }
        }
    }

    @Test
    void noTokenAndNoSecretIsKeptAnywhere(Portal portal) throws SQLException {
        Contoso.connected(portal);
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery("""
                        select attribute_name || ' ' || encode(attribute_bytes, 'escape') from spring_session_attributes
                        union all select event::text from event
                        union all select consent_attempt::text from consent_attempt
                        union all select intune_connection::text from intune_connection
                        union all select coalesce(encode(task_data, 'escape'), '') from scheduled_tasks
                        """)) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain("eyJ").doesNotContain(SimulatedMicrosoft.CLIENT_SECRET);
            }
        }
    }

    @Test
    void noAddressIsMadeFromWhatARequestSaysTheHostIs(Portal portal) throws IOException {
        var here = URI.create(portal.url()).getAuthority();
        assertThat(raw(portal, "/catalog", "Host: evil.example")).startsWith("HTTP/1.1 421");
        assertThat(raw(portal, "/catalog", "Host: " + here + "\r\nX-Forwarded-Host: evil.example:99"))
                .startsWith("HTTP/1.1 302")
                .contains("Location: /sign-in\r\n")
                .doesNotContain("evil.example");
        assertThat(raw(portal, "/actuator/health/liveness", "Host: 10.0.0.7:8080"))
                .startsWith("HTTP/1.1 200");
    }

    private static String raw(Portal portal, String path, String headers) throws IOException {
        try (var socket = new Socket("localhost", URI.create(portal.url()).getPort())) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                            .formatted(path, headers)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void signInsAndRefusalsAreLogged(Portal portal) {
        var logger = (Logger) LoggerFactory.getLogger("io.patchbay.signin");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
        try {
            new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso").get("/support");
            portal.microsoft().controls().nextSignInError("access_denied", null, "cancel");
            new Surfer(portal).visit("/oauth2/authorization/entra");
        } finally {
            logger.setLevel(null);
            logger.detachAppender(lines);
        }
        assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
                .anyMatch(line -> line.matches(Contoso.TENANT + ":[0-9a-f-]{36} signed in"))
                .anyMatch(line -> line.matches(Contoso.TENANT + ":[0-9a-f-]{36} was refused GET /support: no SUPPORT"))
                .anyMatch(line -> line.equals("Sign-in failed: CANCELED"))
                .noneMatch(line -> line.contains("Ada") || line.contains(Contoso.ADMIN));
    }

    @Test
    void signingOutEndsTheSessionAndLeadsToMicrosoftWithoutAToken(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.post("/sign-out");
        assertThat(ada.location())
                .startsWith(portal.microsoft().browserAddress().toString())
                .contains("logout")
                .doesNotContain("id_token_hint")
                .doesNotContain("eyJ");
        ada.follow();
        assertThat(ada.page().body()).contains("You&#39;re signed out");
        assertThat(ada.visit("/events").body()).contains("Sign in to Patchbay");
    }
}
