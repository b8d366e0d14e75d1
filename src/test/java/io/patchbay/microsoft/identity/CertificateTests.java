package io.patchbay.microsoft.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;

/** The portal shows Entra ID a certificate instead of a secret: at sign-in, at step-up and for app-only tokens. */
@PortalTest
class CertificateTests {

    private static final String PASSWORD = "certificate-password";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "patchbay",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=patchbay",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        pkcs12().toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(pkcs12())) {
            store.load(in, PASSWORD.toCharArray());
        }
        var certificate = (X509Certificate) store.getCertificate("patchbay");
        Files.writeString(pem(), pemOf("CERTIFICATE", certificate.getEncoded()));
        Files.writeString(
                key(),
                pemOf(
                        "PRIVATE KEY",
                        store.getKey("patchbay", PASSWORD.toCharArray()).getEncoded()));
        Portal.running().microsoft().controls().registerCertificate(certificate);
    }

    @Test
    void connectsWithPkcs12(Portal portal) {
        connects(
                portal,
                Map.of(
                        "patchbay.microsoft.certificate.pkcs12",
                        pkcs12(),
                        "patchbay.microsoft.certificate.password",
                        PASSWORD));
    }

    @Test
    void connectsWithPem(Portal portal) {
        connects(
                portal,
                Map.of(
                        "patchbay.microsoft.certificate.pem", pem(),
                        "patchbay.microsoft.certificate.private-key", key()));
    }

    private static void connects(Portal portal, Map<String, Object> certificate) {
        var port = TestSocketUtils.findAvailableTcpPort();
        var properties = new java.util.HashMap<>(certificate);
        properties.put("patchbay.microsoft.client-secret", "");
        properties.put("patchbay.portal.base-url", "http://localhost:" + port);
        try (var another = portal.another(port, properties)) {
            var ada = new Surfer(portal, "http://localhost:" + port).foundCompany(Contoso.ADMIN, "Contoso");
            var page = ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
            assertThat(page.body()).contains("Intune Tenant Connected Successfully");
            assertThat(another.getBean(Credential.class).isCertificate()).isTrue();
        }
    }

    private static Path pkcs12() {
        return folder.resolve("patchbay.p12");
    }

    private static Path pem() {
        return folder.resolve("patchbay.pem");
    }

    private static Path key() {
        return folder.resolve("patchbay.key");
    }

    private static String pemOf(String type, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(type, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), type);
    }
}
