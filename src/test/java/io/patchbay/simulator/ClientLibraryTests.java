package io.patchbay.simulator;

import static io.patchbay.simulator.Peer.CONTOSO;
import static io.patchbay.simulator.Peer.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.simulator.Peer.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** MSAL4J and Spring's decoder against the simulator, as they run against Microsoft. */
class ClientLibraryTests {
    private Controls controls;

    @BeforeEach
    void fresh() {
        controls = Peer.fresh();
    }

    private static ConfidentialClientApplication client(String tenant, IClientCredential credential) throws Exception {
        URI base = Peer.MICROSOFT.backChannelAddress();
        String seed = """
                {"tenant_discovery_endpoint":"%s/organizations/v2.0/.well-known/openid-configuration","api-version":"1.1",
                "metadata":[{"preferred_network":"%s","preferred_cache":"%s","aliases":["%s","%s"]}]}""".formatted(base, base.getHost(), base.getHost(), base.getHost(), base.getAuthority());
        return ConfidentialClientApplication.builder(SimulatedMicrosoft.CLIENT_ID, credential)
                .authority(base + "/" + tenant + "/")
                .instanceDiscovery(false)
                .aadInstanceDiscoveryResponse(seed)
                .sslSocketFactory(Peer.TLS.getSocketFactory())
                .connectTimeoutForDefaultHttpClient(5000)
                .readTimeoutForDefaultHttpClient(1500)
                .build();
    }

    private static IClientCredential secret() {
        return ClientCredentialFactory.createFromSecret(SimulatedMicrosoft.CLIENT_SECRET);
    }

    private static IAuthenticationResult applicationToken(ConfidentialClientApplication client) {
        return client.acquireToken(ClientCredentialParameters.builder(Set.of("https://graph.microsoft.com/.default"))
                        .build())
                .join();
    }

    private static String code() {
        return Peer.browser()
                .open(Peer.authorize("organizations"))
                .signInAs("admin@contoso.onmicrosoft.com")
                .submit("consent", "decision", "accept")
                .answer()
                .get("code");
    }

    @Test
    void msalCachesTheApplicationsToken() throws Exception {
        controls.grantConsent(CONTOSO);
        ConfidentialClientApplication client = client(CONTOSO.toString(), secret());
        String first = applicationToken(client).accessToken();
        assertThat(applicationToken(client).accessToken()).isEqualTo(first);
        assertThat(controls.tokenRequests(CONTOSO)).isEqualTo(1);
        assertThat(controls.tokenRequests()).isEqualTo(1);
    }

    @Test
    void msalRedeemsACode() throws Exception {
        IAuthenticationResult result = client("organizations", secret())
                .acquireToken(AuthorizationCodeParameters.builder(code(), new URI(Peer.CALLBACK))
                        .scopes(Set.of("openid", "profile"))
                        .codeVerifier(Peer.VERIFIER)
                        .build())
                .join();
        assertThat(result.account().homeAccountId()).endsWith("." + CONTOSO);
        assertThat(decoder().decode(result.idToken()).getClaimAsString("tid")).isEqualTo(CONTOSO.toString());
    }

    @Test
    void msalSeesTheErrors() throws Exception {
        ConfidentialClientApplication client = client(FABRIKAM.toString(), secret());
        assertThatThrownBy(() -> applicationToken(client))
                .hasCauseInstanceOf(MsalServiceException.class)
                .hasMessageContaining("AADSTS7000229");
        controls.outage(Outage.TIMEOUT);
        assertThatThrownBy(() -> applicationToken(client)).hasMessageContaining("timed out");
        controls.outage(Outage.NONE);
    }

    @Test
    void acceptsAssertionsOfRegisteredCertificatesOnly() throws Exception {
        controls.grantConsent(CONTOSO);
        ServerCertificate made = ServerCertificate.create();
        KeyStore store = KeyStore.getInstance(made.keyStore().toFile(), ServerCertificate.PASSWORD.toCharArray());
        PrivateKey key = (PrivateKey) store.getKey("simulator", ServerCertificate.PASSWORD.toCharArray());
        X509Certificate certificate = (X509Certificate) store.getCertificate("simulator");
        ConfidentialClientApplication client =
                client(CONTOSO.toString(), ClientCredentialFactory.createFromCertificate(key, certificate));
        assertThatThrownBy(() -> applicationToken(client)).hasMessageContaining("AADSTS700027");
        controls.registerCertificate(certificate);
        String token = applicationToken(client).accessToken();
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("appidacr"))
                .isEqualTo("2");
        assertThat(withAssertion(key, certificate, Peer.MICROSOFT.backChannelAddress() + "/" + CONTOSO)
                        .status())
                .isEqualTo(200);
        assertThat(withAssertion(key, certificate, "https://elsewhere.example.com/" + CONTOSO)
                        .text("error_description"))
                .startsWith("AADSTS700023:");
        made.delete();
    }

    /** As Spring sends it or better: PS256, and the thumbprint in base64url. */
    private static Reply withAssertion(PrivateKey key, X509Certificate certificate, String authority) throws Exception {
        Date now = Date.from(Peer.MICROSOFT.clock().instant());
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.PS256)
                        .x509CertSHA256Thumbprint(Base64URL.encode(
                                MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())))
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(SimulatedMicrosoft.CLIENT_ID)
                        .subject(SimulatedMicrosoft.CLIENT_ID)
                        .audience(authority + "/oauth2/v2.0/token")
                        .jwtID(UUID.randomUUID().toString())
                        .notBeforeTime(now)
                        .expirationTime(new Date(now.getTime() + 60_000))
                        .build());
        assertion.sign(new RSASSASigner(key));
        return Peer.token(
                CONTOSO,
                "client_id",
                SimulatedMicrosoft.CLIENT_ID,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion.serialize(),
                "grant_type",
                "client_credentials",
                "scope",
                "https://graph.microsoft.com/.default");
    }

    @Test
    void springsDecoderRefusesWhatIsSpoiled() {
        JwtDecoder decoder = decoder();
        assertThat(decoder.decode(idToken()).getClaimAsString("nonce")).isEqualTo("the-nonce");
        for (IdTokenTampering wrong : Set.of(
                IdTokenTampering.unknownKey(),
                IdTokenTampering.algorithmNone(),
                IdTokenTampering.algorithmHs256(),
                IdTokenTampering.expired())) {
            controls.idToken(wrong);
            String token = idToken();
            assertThatThrownBy(() -> decoder.decode(token)).as(wrong.toString()).isInstanceOf(JwtException.class);
        }
        controls.idToken(IdTokenTampering.nonce("another"));
        controls.idToken(IdTokenTampering.withoutWids());
        assertThat(decoder.decode(idToken()).getClaims())
                .containsEntry("nonce", "another")
                .doesNotContainKey("wids");
        controls.rotateKeys();
        assertThat(decoder.decode(idToken()).getClaims()).containsKey("wids");
        controls.emitWids(false);
        assertThat(decoder.decode(idToken()).getClaims()).doesNotContainKey("wids");
    }

    private String idToken() {
        BrowserOnFoot browser = Peer.browser().open(Peer.authorize("organizations"));
        browser.signInAs("admin@contoso.onmicrosoft.com");
        Map<String, String> answer = browser.isAway()
                ? browser.answer()
                : browser.submit("consent", "decision", "accept").answer();
        return Peer.redeem("organizations", answer.get("code")).text("id_token");
    }

    @Test
    void theTrustStoreIsForTheBackChannel() {
        assertThat(Path.of(Peer.MICROSOFT.trustStore().toString())).exists();
        Reply discovery = Peer.get("/organizations/v2.0/.well-known/openid-configuration");
        assertThat(discovery.text("issuer")).isEqualTo(Peer.MICROSOFT.backChannelAddress() + "/{tenantid}/v2.0");
        assertThat(discovery.body().has("code_challenge_methods_supported")).isFalse();
        assertThat(Peer.get(discovery.text("jwks_uri")).body().path("keys"))
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.path("issuer").asString()).endsWith("/{tenantid}/v2.0"));
        Reply unknown = Peer.get("/nowhere.example.com/v2.0/.well-known/openid-configuration");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("error")).isEqualTo("invalid_tenant");
    }

    @Test
    void theControlPageDoesTheSame() {
        BrowserOnFoot browser = Peer.browser();
        browser.post("/control/tenants/" + CONTOSO + "/grant");
        assertThat(controls.grantedPermissions(CONTOSO)).hasSize(7);
        browser.post("/control/tenants/" + CONTOSO + "/permission", "permission", "User.Read.All", "granted", "false");
        assertThat(controls.grantedPermissions(CONTOSO)).hasSize(6);
        browser.post("/control/clock", "days", "3");
        assertThat(Duration.between(Instant.now(), Peer.MICROSOFT.clock().instant()))
                .isGreaterThan(Duration.ofDays(2));
        assertThat(browser.open("/").page()).contains("Contoso", "Advance clock", "Reset");
        assertThat(browser.open("/control/state").page()).contains("\"name\":\"Contoso\"");
        browser.post("/control/tenants/" + CONTOSO + "/permission", "permission", "None.Such", "granted", "true");
        assertThat(browser.status()).isEqualTo(400);
        browser.post("/control/reset");
        assertThat(controls.hasServicePrincipal(CONTOSO)).isFalse();
    }

    private static JwtDecoder decoder() {
        var http = HttpClient.newBuilder().sslContext(Peer.TLS).build();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Peer.MICROSOFT.backChannelAddress() + "/organizations/discovery/v2.0/keys")
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(new JdkClientHttpRequestFactory(http)))
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(Peer.MICROSOFT.clock());
        decoder.setJwtValidator(times);
        return decoder;
    }
}
