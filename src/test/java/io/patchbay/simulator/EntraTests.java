package io.patchbay.simulator;

import static io.patchbay.simulator.Peer.CONTOSO;
import static io.patchbay.simulator.Peer.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.simulator.Peer.Reply;
import io.patchbay.simulator.directory.ConsentObstacle;
import io.patchbay.simulator.directory.SubscriptionState;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Entra ID does in the field (intune-in-the-field E1 to E4), and what stands around it. */
class EntraTests {
    private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
    private static final String GUEST_ADMINISTRATOR = "guestadmin@fabrikam.onmicrosoft.com";

    private Controls controls;

    @BeforeEach
    void fresh() {
        controls = Peer.fresh();
    }

    private static Reply signIn(Object authority, String account, String scopes) {
        String code = Peer.browser()
                .open(Peer.authorize(authority.toString()).replace("openid+profile", scopes))
                .signInAs(account)
                .submit("consent", "decision", "accept")
                .answer()
                .get("code");
        return Peer.redeem(authority, code);
    }

    private static JWTClaimsSet idToken(Reply reply) throws Exception {
        return SignedJWT.parse(reply.text("id_token")).getJWTClaimsSet();
    }

    private static Reply refresh(String token, String... more) {
        String[] form = {
            "client_id",
            SimulatedMicrosoft.CLIENT_ID,
            "client_secret",
            SimulatedMicrosoft.CLIENT_SECRET,
            "grant_type",
            "refresh_token",
            "refresh_token",
            token
        };
        String[] whole = Stream.of(form, more).flatMap(Arrays::stream).toArray(String[]::new);
        return Peer.token("organizations", whole);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void acceptedConsentThatFailsSaysWhy(ConsentObstacle obstacle) {
        Peer.MICROSOFT.entra().consentObstacle(CONTOSO, obstacle);
        Map<String, String> answer = Peer.browser()
                .open(Peer.adminConsent(CONTOSO))
                .signInAs("admin@contoso.onmicrosoft.com")
                .submit("consent", "decision", "accept")
                .answer();
        assertThat(answer.get("error_description")).startsWith("AADSTS" + obstacle.code() + ": ");
        assertThat(answer).containsEntry("error", obstacle.error()).containsEntry("admin_consent", "True");
        assertThat(controls.hasServicePrincipal(CONTOSO)).isFalse();
    }

    @Test
    void anApplicationWithoutRedirectUrisIsToldSo() {
        controls.registerRedirectUris();
        assertThat(Peer.browser().open(Peer.authorize("organizations")).page()).contains("AADSTS500113");
    }

    @Test
    void guestsLandAtHomeUnlessTheTenantIsNamed() throws Exception {
        JWTClaimsSet home = idToken(signIn("organizations", GUEST_ADMINISTRATOR, "openid+profile"));
        assertThat(home.getClaims()).containsEntry("tid", FABRIKAM.toString()).containsEntry("acct", 0L);
        assertThat(home.getStringListClaim("wids")).doesNotContain(GLOBAL_ADMINISTRATOR);

        JWTClaimsSet guest = idToken(signIn(CONTOSO, GUEST_ADMINISTRATOR, "openid+profile"));
        assertThat(guest.getClaims())
                .containsEntry("tid", CONTOSO.toString())
                .containsEntry("acct", 1L)
                .containsEntry("idp", "https://sts.windows.net/" + FABRIKAM + "/")
                .containsEntry("preferred_username", GUEST_ADMINISTRATOR);
        assertThat(guest.getStringListClaim("wids")).containsExactly(GLOBAL_ADMINISTRATOR);
        assertThat(guest.getStringClaim("oid")).isNotEqualTo(home.getStringClaim("oid"));
    }

    @Test
    void aGuestAdministratorConsentsWhereItIsOne() {
        BrowserOnFoot browser = Peer.browser().open(Peer.adminConsent(CONTOSO)).signInAs(GUEST_ADMINISTRATOR);
        assertThat(browser.submit("consent", "decision", "accept").answer())
                .containsEntry("tenant", CONTOSO.toString());
        assertThat(Peer.browser()
                        .open(Peer.adminConsent(FABRIKAM))
                        .signInAs(GUEST_ADMINISTRATOR)
                        .page())
                .contains("Need admin approval");
    }

    @Test
    void refreshTokensRotate() throws Exception {
        Reply first = signIn("organizations", "user@contoso.onmicrosoft.com", "openid+profile+offline_access");
        Reply second = refresh(first.text("refresh_token"), "client_info", "1");
        assertThat(second.status()).as(second.body().toString()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEmpty().isNotEqualTo(first.text("refresh_token"));
        assertThat(second.text("client_info")).isNotEmpty();
        assertThat(idToken(second).getStringClaim("tid")).isEqualTo(CONTOSO.toString());
        assertThat(refresh(first.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(refresh(second.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void aScopeThatNobodyConsentedToIsNotRefreshedInto() {
        Reply tokens = signIn("organizations", "user@contoso.onmicrosoft.com", "openid+profile+offline_access");
        Reply refused = refresh(tokens.text("refresh_token"), "scope", "https://graph.microsoft.com/User.Read openid");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("error")).isEqualTo("invalid_grant");
        assertThat(refused.text("suberror")).isEqualTo("consent_required");
        assertThat(refused.text("error_description")).startsWith("AADSTS65001:");

        Reply consented =
                signIn("organizations", "user@contoso.onmicrosoft.com", "openid+profile+offline_access+User.Read");
        assertThat(refresh(consented.text("refresh_token"), "scope", "https://graph.microsoft.com/User.Read openid")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refreshTokensAgeAndEndWithTheConsent() {
        Reply tokens = signIn("organizations", "user@contoso.onmicrosoft.com", "openid+profile+offline_access");
        controls.revokeConsent(CONTOSO);
        assertThat(refresh(tokens.text("refresh_token")).text("error_description"))
                .startsWith("AADSTS65001:");
        Reply others = signIn("organizations", "user@contoso.onmicrosoft.com", "openid+profile+offline_access");
        controls.advanceClock(Duration.ofDays(91));
        assertThat(refresh(others.text("refresh_token")).text("error_description"))
                .startsWith("AADSTS700082:");
    }

    @Test
    void anAccountPickerTakesNoHint() {
        assertThat(Peer.browser()
                        .open(Peer.authorize(
                                "organizations",
                                "prompt",
                                "select_account",
                                "login_hint",
                                "admin@contoso.onmicrosoft.com"))
                        .answer())
                .containsEntry("error", "invalid_request");
    }

    @Test
    void userInfoIsForPeople() throws Exception {
        Reply tokens = signIn("organizations", "admin@contoso.onmicrosoft.com", "openid+profile+email");
        Reply info = Peer.get("/graph/oidc/userinfo", "Authorization", "Bearer " + tokens.text("access_token"));
        assertThat(info.status()).as(info.body().toString()).isEqualTo(200);
        assertThat(info.text("sub")).isEqualTo(idToken(tokens).getSubject());
        assertThat(info.text("name")).isEqualTo("Ada Marlowe");
        assertThat(info.text("email")).isEqualTo("admin@contoso.onmicrosoft.com");
        assertThat(Peer.get("/graph/oidc/userinfo").status()).isEqualTo(401);
        controls.grantConsent(CONTOSO);
        String application = Peer.applicationToken(CONTOSO).text("access_token");
        assertThat(Peer.get("/graph/oidc/userinfo", "Authorization", "Bearer " + application)
                        .status())
                .isEqualTo(401);
        controls.advanceClock(Duration.ofHours(2));
        assertThat(Peer.get("/graph/oidc/userinfo", "Authorization", "Bearer " + tokens.text("access_token"))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void intuneNamesTheStateOfTheSubscription(SubscriptionState state) {
        controls.grantConsent(CONTOSO);
        Peer.MICROSOFT.entra().subscription(CONTOSO, state);
        String token = Peer.applicationToken(CONTOSO).text("access_token");
        assertThat(Peer.get("/graph/v1.0/deviceManagement", "Authorization", "Bearer " + token)
                        .text("subscriptionState"))
                .isEqualTo(state.value());
    }

    @Test
    void theBackChannelSpeaksHttp2() {
        Reply discovery = Peer.get("/organizations/v2.0/.well-known/openid-configuration");
        assertThat(discovery.response().version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(Peer.applicationToken(CONTOSO).response().version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(Peer.MICROSOFT.entra().protocols("organizations")).isEqualTo(Set.of("HTTP/2.0"));
    }

    @Test
    void theStorageSpeaksHttp1Only() {
        Reply answer = Peer.get(Peer.MICROSOFT.storageAddress() + "/blob/none");
        assertThat(answer.response().version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void theControlPageRegistersCertificatesAndSetsTheRest() throws Exception {
        BrowserOnFoot browser = Peer.browser();
        browser.post("/control/certificates", "pem", Files.readString(Peer.MICROSOFT.certificate()));
        assertThat(Peer.MICROSOFT.entra().certificates()).contains("CN=localhost");
        assertThat(browser.post("/control/certificates", "pem", "nonsense").status())
                .isEqualTo(400);
        browser.post("/control/tenants/" + CONTOSO + "/subscription", "state", "LOCKED_OUT");
        browser.post("/control/tenants/" + CONTOSO + "/consent-obstacle", "obstacle", "FURTHER_CHALLENGE");
        assertThat(browser.open("/control").page())
                .contains("CN=localhost", "selected=\"selected\">lockedOut", "selected=\"selected\">FURTHER_CHALLENGE");
    }
}
