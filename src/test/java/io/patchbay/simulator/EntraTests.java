package io.patchbay.simulator;

import static io.patchbay.simulator.Peer.CONTOSO;
import static io.patchbay.simulator.Peer.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.simulator.Peer.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in, consent and the token endpoint, as a client meets them. */
class EntraTests {
    private Controls controls;

    @BeforeEach
    void fresh() {
        controls = Peer.fresh();
    }

    private static Map<String, String> consent(String username) {
        return Peer.browser()
                .open(Peer.adminConsent(CONTOSO))
                .signInAs(username)
                .submit("consent", "decision", "accept")
                .answer();
    }

    private static String code(String username) {
        BrowserOnFoot browser =
                Peer.browser().open(Peer.authorize("organizations")).signInAs(username);
        return browser.submit("consent", "decision", "accept").answer().get("code");
    }

    private static JWTClaimsSet idToken(Reply reply) {
        return claims(reply.text("id_token"));
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (java.text.ParseException e) {
            throw new AssertionError(token, e);
        }
    }

    @Test
    void signsSomebodyInAndRedeemsTheCode() throws Exception {
        BrowserOnFoot browser = Peer.browser().open(Peer.authorize("organizations"));
        assertThat(browser.page()).contains("Sign in", "Email", "Next");
        assertThat(browser.submit("username", "username", "admin@contoso.onmicrosoft.com")
                        .page())
                .contains("Enter password");
        assertThat(browser.submit("password", "password", "wrong").page()).contains("AADSTS50126");
        assertThat(browser.submit("password", "password", SimulatedMicrosoft.PASSWORD)
                        .page())
                .contains("Permissions requested", "Sign you in and read your profile");
        Map<String, String> answer =
                browser.submit("consent", "decision", "accept").answer();
        assertThat(answer).containsKeys("code", "session_state").containsEntry("state", "the-state");

        Reply tokens = Peer.redeem("organizations", answer.get("code"));
        assertThat(tokens.status()).as(tokens.body().toString()).isEqualTo(200);
        assertThat(tokens.body().has("client_info")).isTrue();
        assertThat(tokens.response().headers().firstValue("client-request-id"))
                .contains("11111111-2222-3333-4444-555555555555");
        JWTClaimsSet claims = idToken(tokens);
        assertThat(claims.getIssuer()).isEqualTo(Peer.MICROSOFT.backChannelAddress() + "/" + CONTOSO + "/v2.0");
        assertThat(claims.getAudience()).containsExactly(SimulatedMicrosoft.CLIENT_ID);
        assertThat(claims.getClaims())
                .containsEntry("tid", CONTOSO.toString())
                .containsEntry("nonce", "the-nonce")
                .containsEntry("ver", "2.0")
                .containsEntry("name", "Ada Marlowe")
                .containsEntry("preferred_username", "admin@contoso.onmicrosoft.com")
                .containsKeys("oid", "sub", "sid", "login_hint")
                .doesNotContainKeys("azp", "jti", "at_hash");
        assertThat(claims.getStringListClaim("wids"))
                .containsExactly("62e90394-69f5-4237-9190-012177145e10", "b79fbf4d-3ef9-4689-8143-76b194e85509");
    }

    @Test
    void asksOnlyOnceForPasswordAndConsent() {
        BrowserOnFoot browser = Peer.browser()
                .open(Peer.authorize("organizations"))
                .signInAs("user@contoso.onmicrosoft.com")
                .submit("consent", "decision", "accept");
        assertThat(browser.open(Peer.authorize("organizations")).answer()).containsKey("code");
        assertThat(browser.open(Peer.authorize("organizations", "prompt", "select_account"))
                        .page())
                .contains("Pick an account", "Use another account", "Ulla Lindgren");
        assertThat(browser.open(Peer.authorize("organizations", "prompt", "login"))
                        .page())
                .contains("Sign in");
        assertThat(browser.open(Peer.authorize(FABRIKAM.toString())).page()).contains("AADSTS50020");
    }

    @Test
    void showsOnAPageWhatIsWrongWithTheClient() {
        BrowserOnFoot browser = Peer.browser();
        assertThat(browser.open(Peer.authorize("organizations").replace("8080%2Flogin", "8080%2FLogin"))
                        .page())
                .contains("AADSTS50011");
        assertThat(browser.open(Peer.authorize("organizations").replace(SimulatedMicrosoft.CLIENT_ID, "x"))
                        .page())
                .contains("AADSTS700016");
        assertThat(browser.open(Peer.authorize("nowhere.example.com")).page()).contains("AADSTS90002");
        assertThat(browser.open(Peer.authorize("nowhere")).page()).contains("AADSTS900023");
        assertThat(browser.open(Peer.authorize("organizations").replace("%3A8080", "%3A9999"))
                        .page())
                .contains("Email");
    }

    @Test
    void redirectsWithTheErrorOtherwise() {
        BrowserOnFoot browser = Peer.browser();
        assertThat(browser.open(Peer.authorize("organizations", "prompt", "none"))
                        .answer())
                .containsEntry("error", "login_required")
                .containsEntry("state", "the-state");
        assertThat(browser.open(Peer.authorize("organizations").replace("=code&", "=token&"))
                        .answer())
                .containsEntry("error", "unsupported_response_type");
        controls.nextSignInError("temporarily_unavailable", null, null);
        assertThat(browser.open(Peer.authorize("organizations")).answer())
                .containsEntry("error", "temporarily_unavailable");
    }

    @Test
    void redeemsACodeOnceOnItsOwnPathInTime() {
        assertThat(Peer.redeem("organizations", "nonsense").text("error")).isEqualTo("invalid_grant");
        String code = code("admin@contoso.onmicrosoft.com");
        assertThat(Peer.redeem(CONTOSO, code).text("error_description")).startsWith("AADSTS700005:");
        assertThat(Peer.token(
                                "organizations",
                                "client_id",
                                SimulatedMicrosoft.CLIENT_ID,
                                "client_secret",
                                SimulatedMicrosoft.CLIENT_SECRET,
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                Peer.CALLBACK,
                                "code_verifier",
                                Peer.VERIFIER + "x")
                        .text("error_description"))
                .startsWith("AADSTS501481:");
        assertThat(Peer.redeem("organizations", code).status()).isEqualTo(200);
        assertThat(Peer.redeem("organizations", code).text("error_description")).startsWith("AADSTS54005:");
        String late = code("user@contoso.onmicrosoft.com");
        controls.advanceClock(Duration.ofMinutes(10));
        assertThat(Peer.redeem("organizations", late).text("error_description")).startsWith("AADSTS70008:");
    }

    @Test
    void administratorsConsentForTheOrganization() {
        BrowserOnFoot browser =
                Peer.browser().open(Peer.adminConsent(CONTOSO)).signInAs("admin@contoso.onmicrosoft.com");
        assertThat(browser.page())
                .contains("Permissions requested", "Review for your organization", "GroupMember.Read.All", "Accept");
        assertThat(Peer.applicationToken(CONTOSO).status()).isEqualTo(401);
        assertThat(browser.submit("consent", "decision", "accept").answer())
                .containsEntry("admin_consent", "True")
                .containsEntry("tenant", CONTOSO.toString())
                .containsEntry("scope", "https://graph.microsoft.com/.default")
                .containsEntry("state", "the-state");
        Reply token = Peer.applicationToken(CONTOSO);
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.body().propertyNames())
                .containsExactlyInAnyOrder("token_type", "expires_in", "ext_expires_in", "access_token");
        Map<String, Object> claims = claims(token.text("access_token")).getClaims();
        assertThat(claims)
                .containsEntry("idtyp", "app")
                .containsEntry("tid", CONTOSO.toString())
                .containsEntry("ver", "1.0")
                .containsEntry("appidacr", "1");
        assertThat((List<?>) claims.get("roles")).hasSize(8);
    }

    @Test
    void theCancelledConsentIsAsMicrosoftSendsIt() {
        String away = Peer.browser()
                .open(Peer.adminConsent(CONTOSO))
                .signInAs("privileged@contoso.onmicrosoft.com")
                .submit("consent", "decision", "cancel")
                .away();
        assertThat(away)
                .matches("http://localhost:8080/connect/intune/callback\\?error=access_denied"
                        + "&error_description=AADSTS65004%3a\\+User\\+declined.*%0d%0aTrace\\+ID%3a\\+.*"
                        + "&error_uri=https%3a%2f%2flogin\\.microsoftonline\\.com%2ferror%3fcode%3d65004"
                        + "&admin_consent=True&state=the-state#")
                .doesNotContain("tenant=");
    }

    @Test
    void othersNeedAnAdministratorsApproval() {
        BrowserOnFoot browser =
                Peer.browser().open(Peer.adminConsent(CONTOSO)).signInAs("appadmin@contoso.onmicrosoft.com");
        assertThat(browser.page()).contains("Need admin approval", "Have an admin account?");
        assertThat(browser.submit("other").page()).contains("Email");
        assertThat(browser.signInAs("admin@contoso.onmicrosoft.com").page()).contains("Review for your organization");
        Map<String, String> elsewhere = Peer.browser()
                .open(Peer.adminConsent(CONTOSO))
                .signInAs("admin@fabrikam.onmicrosoft.com")
                .answer();
        assertThat(elsewhere.get("error_description")).startsWith("AADSTS50020:");
        assertThat(elsewhere).containsEntry("admin_consent", "True").doesNotContainKey("tenant");
    }

    @Test
    void userConsentMakesATokenWithoutRoles() {
        code("user@contoso.onmicrosoft.com");
        Reply token = Peer.applicationToken(CONTOSO);
        assertThat(token.status()).isEqualTo(200);
        assertThat(claims(token.text("access_token")).getClaims())
                .containsKey("oid")
                .doesNotContainKey("roles");
        controls.reset();
        controls.userConsentAllowed(CONTOSO, false);
        assertThat(Peer.browser()
                        .open(Peer.authorize("organizations"))
                        .signInAs("user@contoso.onmicrosoft.com")
                        .page())
                .contains("Need admin approval", "AADSTS90094");
    }

    @Test
    void everyStateOfTheEnterpriseApplicationHasItsError() {
        assertThat(Peer.applicationToken("common").text("error_description")).startsWith("AADSTS9001023:");
        assertThat(Peer.applicationToken("organizations").text("error_description"))
                .startsWith("AADSTS7000229:");
        assertError(Peer.applicationToken(CONTOSO), 401, "invalid_client", 7000229);
        assertError(Peer.applicationToken("nowhere.example.com"), 400, "invalid_request", 90002);
        assertError(Peer.applicationToken("nowhere"), 400, "invalid_request", 900023);
        consent("admin@contoso.onmicrosoft.com");
        controls.disableApplication(CONTOSO, true);
        assertError(Peer.applicationToken(CONTOSO), 400, "unauthorized_client", 7000112);
        controls.disableApplication(CONTOSO, false);
        controls.conditionalAccessBlock(CONTOSO, true);
        Reply blocked = Peer.applicationToken(CONTOSO);
        assertError(blocked, 400, "invalid_grant", 53003);
        assertThat(blocked.text("suberror")).isEqualTo("message_only");
        assertThat(blocked.text("claims")).contains("capolids");
        controls.conditionalAccessBlock(CONTOSO, false);
        controls.removePermission(CONTOSO, "Domain.Read.All");
        assertThat((List<?>) claims(Peer.applicationToken(CONTOSO).text("access_token"))
                        .getClaim("roles"))
                .hasSize(7);
        controls.revokeConsent(CONTOSO);
        assertError(Peer.applicationToken(CONTOSO), 401, "invalid_client", 7000229);
    }

    @Test
    void consentTakesItsTimeWhenAskedTo() {
        controls.consentDelay(CONTOSO, 3);
        consent("admin@contoso.onmicrosoft.com");
        assertError(Peer.applicationToken(CONTOSO), 401, "invalid_client", 7000229);
        assertError(Peer.applicationToken(CONTOSO), 401, "invalid_client", 7000229);
        assertThat(claims(Peer.applicationToken(CONTOSO).text("access_token")).getClaims())
                .doesNotContainKeys("oid", "roles");
        assertThat(claims(Peer.applicationToken(CONTOSO).text("access_token")).getClaims())
                .containsKeys("oid", "roles");
        assertThat(controls.tokenRequests(CONTOSO)).isEqualTo(4);
    }

    @Test
    void theApplicationsOwnFaultsHaveTheirErrors() {
        controls.secret(SecretState.WRONG);
        assertError(Peer.applicationToken(CONTOSO), 401, "invalid_client", 7000215);
        controls.secret(SecretState.EXPIRED);
        assertError(Peer.applicationToken(CONTOSO), 401, "invalid_client", 7000222);
        controls.secret(SecretState.CERTIFICATE_UNKNOWN);
        assertError(Peer.applicationToken(CONTOSO), 401, "invalid_client", 700027);
        controls.secret(SecretState.OK);
        assertError(
                Peer.token(CONTOSO, "client_id", SimulatedMicrosoft.CLIENT_ID, "grant_type", "client_credentials"),
                401,
                "invalid_client",
                7000218);
        assertError(
                Peer.token(
                        CONTOSO,
                        "client_id",
                        "00000000-0000-0000-0000-000000000000",
                        "client_secret",
                        "x",
                        "grant_type",
                        "client_credentials"),
                400,
                "unauthorized_client",
                700016);
        assertError(
                Peer.token(
                        CONTOSO,
                        "client_id",
                        SimulatedMicrosoft.CLIENT_ID,
                        "client_secret",
                        SimulatedMicrosoft.CLIENT_SECRET,
                        "grant_type",
                        "client_credentials"),
                400,
                "invalid_request",
                900144);
        assertError(
                Peer.token(
                        CONTOSO,
                        "client_id",
                        SimulatedMicrosoft.CLIENT_ID,
                        "client_secret",
                        SimulatedMicrosoft.CLIENT_SECRET,
                        "grant_type",
                        "password"),
                400,
                "unsupported_grant_type",
                70003);
        assertError(
                Peer.token(
                        CONTOSO,
                        "client_id",
                        SimulatedMicrosoft.CLIENT_ID,
                        "client_secret",
                        SimulatedMicrosoft.CLIENT_SECRET),
                400,
                "invalid_request",
                900144);
        controls.nextTokenError("temporarily_unavailable", 503, 90033, null);
        assertError(Peer.applicationToken(CONTOSO), 503, "temporarily_unavailable", 90033);
        assertError(Peer.applicationToken(CONTOSO), 401, "invalid_client", 7000229);
    }

    private static void assertError(Reply reply, int status, String error, int code) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.text("error")).isEqualTo(error);
        assertThat(reply.body().path("error_codes").path(0).asInt())
                .as(reply.body().toString())
                .isEqualTo(code);
        assertThat(reply.text("error_description"))
                .matches("AADSTS" + code + ": .* Trace ID: .* Correlation ID: "
                        + "11111111-2222-3333-4444-555555555555 Timestamp: .*Z");
        assertThat(reply.text("correlation_id")).isEqualTo("11111111-2222-3333-4444-555555555555");
    }
}
