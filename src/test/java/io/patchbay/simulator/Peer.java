package io.patchbay.simulator;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one simulator of these tests, and a client of its back channel. */
final class Peer {
    static final UUID CONTOSO = UUID.fromString("8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f");
    static final UUID FABRIKAM = UUID.fromString("1c6f3b9e-2d4a-4e8b-b7c5-9f8e7d6c5b4a");
    static final UUID NORTHWIND = UUID.fromString("e5d4c3b2-a190-4f8e-8d7c-6b5a49382716");
    static final String CALLBACK = "http://localhost:8080/login/oauth2/code/entra";
    static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-1";
    static final String CHALLENGE = challenge();
    static final SimulatedMicrosoft MICROSOFT = SimulatedMicrosoft.start(0, 0);
    static final SSLContext TLS = tls();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().sslContext(TLS).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Peer() {}

    record Reply(int status, JsonNode body, HttpResponse<String> response) {
        String text(String field) {
            return body.path(field).asString();
        }
    }

    static Controls fresh() {
        MICROSOFT.controls().reset();
        MICROSOFT.controls().registerRedirectUris(CALLBACK, "http://localhost:8080/connect/intune/callback");
        return MICROSOFT.controls();
    }

    static BrowserOnFoot browser() {
        return new BrowserOnFoot(MICROSOFT.browserAddress());
    }

    static String authorize(String tenant, String... more) {
        return "/" + tenant + "/oauth2/v2.0/authorize?"
                + BrowserOnFoot.form(
                        "client_id", SimulatedMicrosoft.CLIENT_ID,
                        "response_type", "code",
                        "redirect_uri", CALLBACK,
                        "scope", "openid profile",
                        "state", "the-state",
                        "nonce", "the-nonce",
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256")
                + (more.length == 0 ? "" : "&" + BrowserOnFoot.form(more));
    }

    static String adminConsent(Object tenant) {
        return "/" + tenant + "/v2.0/adminconsent?"
                + BrowserOnFoot.form(
                        "client_id", SimulatedMicrosoft.CLIENT_ID,
                        "redirect_uri", "http://localhost:8080/connect/intune/callback",
                        "scope", "https://graph.microsoft.com/.default",
                        "state", "the-state");
    }

    static Reply token(Object tenant, String... form) {
        return send(HttpRequest.newBuilder(uri("/" + tenant + "/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("client-request-id", "11111111-2222-3333-4444-555555555555")
                .POST(BodyPublishers.ofString(BrowserOnFoot.form(form))));
    }

    static Reply applicationToken(Object tenant) {
        return token(
                tenant,
                "client_id",
                SimulatedMicrosoft.CLIENT_ID,
                "client_secret",
                SimulatedMicrosoft.CLIENT_SECRET,
                "grant_type",
                "client_credentials",
                "scope",
                "https://graph.microsoft.com/.default openid profile offline_access",
                "client_info",
                "1");
    }

    static Reply redeem(Object tenant, String code) {
        return token(
                tenant,
                "client_id",
                SimulatedMicrosoft.CLIENT_ID,
                "client_secret",
                SimulatedMicrosoft.CLIENT_SECRET,
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                VERIFIER,
                "client_info",
                "1");
    }

    static Reply get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    static Reply post(String path, String json, String... headers) {
        return send(HttpRequest.newBuilder(uri(path))
                .headers(headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static URI uri(String path) {
        return path.startsWith("http")
                ? URI.create(path)
                : MICROSOFT.backChannelAddress().resolve(path);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Reply(
                    response.statusCode(), json ? JSON.readTree(response.body()) : JSON.createObjectNode(), response);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static SSLContext tls() {
        try (InputStream in = Files.newInputStream(MICROSOFT.trustStore())) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(in, MICROSOFT.trustStorePassword().toCharArray());
            TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
