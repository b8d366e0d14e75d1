package io.patchbay.microsoft.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.patchbay.microsoft.MicrosoftCloud;
import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.MicrosoftProperties.Certificate;
import io.patchbay.platform.problem.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that Entra ID could not take stops the start, with the setting that is wrong. */
@Tag("fast")
class CredentialTests {

    private static final String PASSWORD = "of the file";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void create() throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("certificate.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "one",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=patchbay",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        write("certificate.pem", "CERTIFICATE", store.getCertificate("one").getEncoded());
        write(
                "own.key",
                "PRIVATE KEY",
                store.getKey("one", PASSWORD.toCharArray()).getEncoded());
        Key other = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        write("other.key", "PRIVATE KEY", other.getEncoded());
    }

    @Test
    void aKeyThatFitsIsTaken() {
        assertThat(pem("certificate.pem", "own.key").isCertificate()).isTrue();
        assertThat(pkcs12("certificate.p12", PASSWORD).isCertificate()).isTrue();
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> pem("certificate.pem", "other.key"))
                .withMessageContaining("patchbay.microsoft.certificate.private-key");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> pem("nowhere.pem", "own.key"))
                .withMessageContaining("nowhere.pem")
                .withMessageContaining("patchbay.microsoft.certificate.pem");
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> pkcs12("nowhere.p12", PASSWORD))
                .withMessageContaining("patchbay.microsoft.certificate.pkcs12");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> pkcs12("certificate.p12", "another"))
                .withMessageContaining("patchbay.microsoft.certificate.password");
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> pem("own.key", "certificate.pem"))
                .withMessageContaining("patchbay.microsoft.certificate");
    }

    private static void write(String name, String type, byte[] content) throws IOException {
        var encoded = Base64.getMimeEncoder().encodeToString(content);
        Files.writeString(
                folder.resolve(name), "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(type, encoded, type));
    }

    private static Credential pem(String certificate, String key) {
        return credential(new Certificate(null, null, folder.resolve(certificate), folder.resolve(key)));
    }

    private static Credential pkcs12(String file, String password) {
        return credential(new Certificate(folder.resolve(file), password, null, null));
    }

    private static Credential credential(Certificate certificate) {
        return new Credential(new MicrosoftProperties(
                MicrosoftCloud.PUBLIC,
                null,
                null,
                null,
                "6b1f6b0e-3a52-4c7e-9f0a-5d3c2b1a0f9e",
                null,
                null,
                certificate,
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                null));
    }
}
