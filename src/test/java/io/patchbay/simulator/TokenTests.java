package io.patchbay.simulator;

import static io.patchbay.simulator.Peer.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.simulator.Peer.Reply;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The token endpoint, as a client meets it. */
class TokenTests {
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

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new AssertionError(token, e);
        }
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
                .hasSize(6);
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
    }

    @Test
    void incompleteRequestsHaveTheirErrors() {
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
    }

    @Test
    void answersOnceAsScripted() {
        controls.nextTokenError("temporarily_unavailable", 503, 90033, null);
        assertError(Peer.applicationToken(CONTOSO), 503, "temporarily_unavailable", 90033);
        assertError(Peer.applicationToken(CONTOSO), 401, "invalid_client", 7000229);
    }

    @Test
    void refreshesATokenForOfflineAccess() {
        String code = Peer.browser()
                .open(Peer.authorize("organizations").replace("openid+profile", "openid+profile+offline_access"))
                .signInAs("user@contoso.onmicrosoft.com")
                .submit("consent", "decision", "accept")
                .answer()
                .get("code");
        Reply tokens = Peer.redeem("organizations", code);
        Reply refreshed = Peer.token(
                "organizations",
                "client_id",
                SimulatedMicrosoft.CLIENT_ID,
                "client_secret",
                SimulatedMicrosoft.CLIENT_SECRET,
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.text("refresh_token"));
        assertThat(refreshed.status()).as(refreshed.body().toString()).isEqualTo(200);
        assertThat(refreshed.body().has("access_token")).isTrue();
    }
}
