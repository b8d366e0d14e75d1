package io.patchbay.simulator;

import static io.patchbay.simulator.Peer.CONTOSO;
import static io.patchbay.simulator.Peer.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.simulator.Peer.Reply;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Sign-in and consent, as a browser meets them. */
class SignInTests {
    private Controls controls;

    @BeforeEach
    void fresh() {
        controls = Peer.fresh();
    }

    private static String code(String authority, String username) {
        BrowserOnFoot browser = Peer.browser().open(Peer.authorize(authority)).signInAs(username);
        return browser.submit("consent", "decision", "accept").answer().get("code");
    }

    private static JWTClaimsSet idToken(Reply reply) {
        return claims(reply.text("id_token"));
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
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
        assertThat((List<?>) claims.get("roles")).hasSize(7);
    }

    @Test
    void theCanceledConsentIsAsMicrosoftSendsIt() {
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
    void signsOutAndBackToWhereItIsRegistered() {
        BrowserOnFoot browser = Peer.browser()
                .open(Peer.authorize("organizations"))
                .signInAs("user@contoso.onmicrosoft.com")
                .submit("consent", "decision", "accept");
        String logout = "/organizations/oauth2/v2.0/logout?post_logout_redirect_uri=";
        assertThat(browser.open(logout + "https://evil.example.com/").page())
                .contains("You signed out of your account");
        assertThat(browser.open(logout + Peer.CALLBACK).away()).isEqualTo(Peer.CALLBACK);
        assertThat(browser.open(Peer.authorize("organizations")).page()).contains("Email");
    }

    @Test
    void guestsAreMarkedAndHaveNoRoles() {
        Map<String, Object> guest = idToken(
                        Peer.redeem(CONTOSO, code(CONTOSO.toString(), "guest@fabrikam.onmicrosoft.com")))
                .getClaims();
        assertThat(guest)
                .containsEntry("acct", 1L)
                .containsEntry("idp", "https://sts.windows.net/" + FABRIKAM + "/")
                .doesNotContainKey("wids");
        assertThat(idToken(Peer.redeem("organizations", code("organizations", "support@patchbay.onmicrosoft.com")))
                        .getClaim("roles"))
                .isEqualTo(List.of("Support"));
    }

    @Test
    void anotherApplicationsComponentScanPassesBy() {
        try (AnnotationConfigApplicationContext portal =
                new AnnotationConfigApplicationContext("io.patchbay.simulator")) {
            assertThat(portal.getBeanDefinitionNames())
                    .noneMatch(name -> portal.getBeanFactory()
                            .getBeanDefinition(name)
                            .toString()
                            .contains("io.patchbay"));
        }
    }

    @Test
    void aSignInThatIsOverSaysSo() {
        assertThat(Peer.browser().open("/signin/gone").page()).contains("AADSTS165000");
    }
}
