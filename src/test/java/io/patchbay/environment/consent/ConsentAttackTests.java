package io.patchbay.environment.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.environment.health.ConsentProof;
import io.patchbay.simulator.IdTokenTampering;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks A1 to A9 on consent by redirect, each driven over HTTP as the attacker would. */
@PortalTest
class ConsentAttackTests {

    private static final UUID CONTOSO = UUID.fromString("8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f");
    private static final UUID FABRIKAM = UUID.fromString("1c6f3b9e-2d4a-4e8b-b7c5-9f8e7d6c5b4a");
    private static final String SIGNED_IN = "/connect/intune/signed-in";
    private static final String CONSENTED = "/connect/intune/consented";
    private static final String STALE = "has expired, was already used, or belongs to a different session";

    @Test
    void a1ForgedTenantOfAConsentedVictimIsNotAdopted(Portal portal) {
        portal.microsoft().controls().grantConsent(CONTOSO);
        var mallory = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Mallory");
        var callback = consentCallback(mallory, "admin@fabrikam.onmicrosoft.com");
        mallory.visit(callback.replace(FABRIKAM.toString(), CONTOSO.toString()));

        assertThat(mallory.page().body())
                .contains("Consent was given in another tenant")
                .contains(CONTOSO.toString());
        assertNothingConnected(portal);
        assertFailureLogged(mallory);
    }

    @Test
    void a1CallbackWithoutAnyTenantIsNotBelieved(Portal portal) {
        var mallory = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Mallory");
        var callback = consentCallback(mallory, "admin@fabrikam.onmicrosoft.com");
        mallory.visit(callback.replaceAll("tenant=[^&]+&?", ""));

        assertThat(mallory.page().body()).contains("Consent was given in another tenant");
        assertNothingConnected(portal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user@contoso.onmicrosoft.com",
                "guest@fabrikam.onmicrosoft.com",
                "appadmin@contoso.onmicrosoft.com"
            })
    void a2WhoIsNoAdministratorOfAConsentedTenantCannotConnectIt(String account, Portal portal) {
        portal.microsoft().controls().grantConsent(CONTOSO);
        var mallory = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Mallory");
        mallory.connect(mallory.environment(), account);

        assertThat(mallory.page().body()).contains("Administrator role required");
        assertNothingConnected(portal);
        assertFailureLogged(mallory);
    }

    @Test
    void a3CallbackOfAnotherSessionIsRefused(Portal portal) {
        var mallory = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Mallory");
        var callback = consentCallback(mallory, "admin@fabrikam.onmicrosoft.com");
        var victim = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Victim");

        assertRefusedAsStale(victim, callback);
        assertRefusedAsStale(new Surfer(portal).signIn("admin@fabrikam.onmicrosoft.com"), callback);
        assertNothingConnected(portal);
    }

    @Test
    void a3CallbackOfSomebodyNotSignedInLeadsToSignIn(Portal portal) {
        var mallory = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Mallory");
        var callback = consentCallback(mallory, "admin@fabrikam.onmicrosoft.com");
        var nobody = new Surfer(portal);
        nobody.get(callback);

        assertThat(nobody.page().statusCode()).isEqualTo(302);
        assertThat(nobody.location()).endsWith("/sign-in");
        assertNothingConnected(portal);
    }

    @Test
    void a3CallbackAfterSwitchingTheCompanyIsRefused(Portal portal) {
        var mallory = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "First");
        var callback = consentCallback(mallory, "admin@fabrikam.onmicrosoft.com");
        mallory.foundAnother("Second");

        assertRefusedAsStale(mallory, callback);
        assertNothingConnected(portal);
    }

    @Test
    void a3StartNeedsAPostWithACsrfToken(Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        var start = "/settings/environments/" + ada.environment() + "/intune/connect";

        assertThat(ada.postRaw(start).statusCode()).isEqualTo(403);
        assertThat(ada.get(start).statusCode()).isEqualTo(405);
    }

    @Test
    void a4AnswersAreUsedOnce(Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        ada.startConnecting(ada.environment());
        var signedIn = pickAccount(ada, "admin@contoso.onmicrosoft.com");
        ada.get(signedIn);
        ada.follow();
        ada.atMicrosoft("consent", "decision", "accept");
        var consented = ada.followUntil(CONSENTED);
        ada.visit(consented);
        ada.awaitOutcome();

        assertRefusedAsStale(ada, signedIn);
        assertRefusedAsStale(ada, consented);
        assertThat(count(portal, "intune_connection")).isEqualTo(1);
    }

    @Test
    void a4AnswersExpireAfterFifteenMinutes(Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        var callback = consentCallback(ada, "admin@contoso.onmicrosoft.com");
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(16));

        assertRefusedAsStale(ada, callback);
        assertNothingConnected(portal);
    }

    @Test
    void a5AReconnectIsForTheStoredTenantWhateverTheBrowserIsMadeToAskFor(Portal portal) {
        var mallory = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Mallory");
        var environment = mallory.environment();
        mallory.connect(environment, "admin@fabrikam.onmicrosoft.com").awaitOutcome();
        portal.microsoft().controls().grantConsent(CONTOSO);
        for (var other : java.util.List.of("organizations", CONTOSO.toString())) {
            mallory.get("/settings/environments/" + environment + "/intune/reconnect");
            mallory.post("/settings/environments/" + environment + "/intune/reconnect");
            assertThat(mallory.location()).contains("/" + FABRIKAM + "/");
            mallory.visit(mallory.location().replace(FABRIKAM.toString(), other));
            mallory.enterAccount("admin@contoso.onmicrosoft.com");
            assertThat(mallory.page().body()).as(other).contains("Intune wasn&#39;t reconnected");
        }
        assertStillConnectedTo(portal, FABRIKAM);
    }

    @Test
    void a5AnotherTenantInTheIdTokenIsRefusedWithBothNamed(Portal portal) {
        var mallory = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Mallory");
        var environment = mallory.environment();
        mallory.connect(environment, "admin@fabrikam.onmicrosoft.com").awaitOutcome();
        portal.microsoft().controls().idToken(IdTokenTampering.tenant(CONTOSO));
        portal.microsoft()
                .controls()
                .idToken(IdTokenTampering.issuer(portal.microsoft().backChannelAddress() + "/" + CONTOSO + "/v2.0"));
        mallory.get("/settings/environments/" + environment + "/intune/reconnect");
        mallory.post("/settings/environments/" + environment + "/intune/reconnect");
        mallory.follow();
        mallory.enterAccount("admin@fabrikam.onmicrosoft.com");

        assertThat(mallory.page().body())
                .contains("This is a different tenant")
                .contains(CONTOSO.toString())
                .contains(FABRIKAM.toString());
        assertStillConnectedTo(portal, FABRIKAM);
        assertFailureLogged(mallory);
    }

    @Test
    void a5ConsentOfAnotherTenantDoesNotMoveTheConnection(Portal portal) {
        var mallory = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Mallory");
        var environment = mallory.environment();
        mallory.connect(environment, "admin@fabrikam.onmicrosoft.com").awaitOutcome();
        portal.microsoft().controls().removePermission(FABRIKAM, "User.Read.All");
        mallory.get("/settings/environments/" + environment + "/intune/reconnect");
        mallory.post("/settings/environments/" + environment + "/intune/reconnect");
        mallory.follow();
        mallory.enterAccount("admin@fabrikam.onmicrosoft.com");
        mallory.atMicrosoft("consent", "decision", "accept");
        mallory.visit(mallory.followUntil(CONSENTED).replace(FABRIKAM.toString(), CONTOSO.toString()));

        assertThat(mallory.page().body()).contains("Consent was given in another tenant");
        assertStillConnectedTo(portal, FABRIKAM);
    }

    @Test
    void a6AnswersLeadOnlyToThePortalItself(Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        var callback = consentCallback(ada, "admin@contoso.onmicrosoft.com");
        ada.get(callback + "&redirect=https://evil.example&returnUrl=//evil.example");

        assertThat(ada.location()).doesNotContain("evil");
        assertThat(URI.create(ada.location()).getPath()).startsWith("/connect/intune/attempts/");
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                Arguments.of("other issuer", IdTokenTampering.issuer("https://evil.example/v2.0")),
                Arguments.of("other tenant", IdTokenTampering.tenant(FABRIKAM)),
                Arguments.of(
                        "personal account",
                        IdTokenTampering.tenant(UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad"))),
                Arguments.of("other audience", IdTokenTampering.audience("somebody-else")),
                Arguments.of("other nonce", IdTokenTampering.nonce("another")),
                Arguments.of("expired", IdTokenTampering.expired()),
                Arguments.of("unknown key", IdTokenTampering.unknownKey()),
                Arguments.of("alg none", IdTokenTampering.algorithmNone()),
                Arguments.of("alg HS256", IdTokenTampering.algorithmHs256()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void a8TamperedIdTokensProveNothing(String what, IdTokenTampering tampering, Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        ada.startConnecting(ada.environment());
        portal.microsoft().controls().idToken(tampering);
        ada.enterAccount("admin@contoso.onmicrosoft.com");

        assertThat(ada.page().body()).contains("The sign-in couldn&#39;t be verified");
        assertNothingConnected(portal);
        assertFailureLogged(ada);
    }

    @Test
    void a8WithoutWidsNobodyIsAnAdministrator(Portal portal) {
        portal.microsoft().controls().emitWids(false);
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        ada.connect(ada.environment(), "admin@contoso.onmicrosoft.com");

        assertThat(ada.page().body()).contains("Administrator role required");
        assertNothingConnected(portal);
    }

    @Test
    void a9ConsentIsProvenByAFreshToken(Portal portal) {
        portal.microsoft().controls().grantConsent(CONTOSO);
        var tokens = portal.bean(io.patchbay.microsoft.identity.AppTokens.class);
        assertThat(tokens.current(CONTOSO))
                .isInstanceOf(io.patchbay.microsoft.identity.AppTokens.TokenOutcome.Granted.class);
        portal.microsoft().controls().revokeConsent(CONTOSO);
        portal.microsoft().controls().nextConsentError("access_denied", "AADSTS65004: User declined to consent.", null);
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        ada.connect(ada.environment(), "admin@contoso.onmicrosoft.com");
        assertThat(ada.page().body()).contains("Consent was declined");

        assertThat(portal.bean(ConsentProof.class).look(CONTOSO)).isInstanceOf(ConsentProof.ProofOutcome.Wanting.class);
        assertNothingConnected(portal);
    }

    private static String consentCallback(Surfer surfer, String account) {
        surfer.startConnecting(surfer.environment());
        surfer.get(pickAccount(surfer, account));
        surfer.follow();
        surfer.atMicrosoft("consent", "decision", "accept");
        return surfer.followUntil(CONSENTED);
    }

    private static String pickAccount(Surfer surfer, String account) {
        surfer.atMicrosoft("account", "account", surfer.accountOf(account));
        return surfer.followUntil(SIGNED_IN);
    }

    private static void assertRefusedAsStale(Surfer surfer, String callback) {
        surfer.get(callback);
        assertThat(surfer.page().statusCode()).isEqualTo(400);
        assertThat(surfer.page().body()).contains(STALE);
    }

    private static void assertFailureLogged(Surfer surfer) {
        assertThat(surfer.visit("/events").body()).contains("Intune Connection Failed");
    }

    private static void assertStillConnectedTo(Portal portal, UUID tenant) {
        assertThat(count(portal, "intune_connection where tenant_id = '" + tenant + "'"))
                .isEqualTo(1);
        assertThat(count(portal, "intune_connection")).isEqualTo(1);
        assertThat(count(portal, "tenant_claim")).isEqualTo(1);
    }

    private static void assertNothingConnected(Portal portal) {
        assertThat(count(portal, "intune_connection")).isZero();
        assertThat(count(portal, "tenant_claim")).isZero();
    }

    private static long count(Portal portal, String table) {
        return portal.database().one("select count(*) from " + table, Long.class);
    }
}
