package io.patchbay.microsoft.identity;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.MicrosoftProperties.Certificate;
import io.patchbay.platform.problem.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.stereotype.Component;

/** The credential with which Patchbay shows Entra ID that it is itself: a client secret, or a certificate. */
@Component
public class Credential {

    private final @Nullable String secret;
    private final @Nullable Instant secretExpires;
    private final @Nullable KeyPair pair;

    private record KeyPair(PrivateKey key, List<X509Certificate> chain) {}

    Credential(MicrosoftProperties properties) {
        this.secret = properties.certificate() == null ? properties.clientSecret() : null;
        this.secretExpires = properties.clientSecretExpires() == null
                ? null
                : properties.clientSecretExpires().atStartOfDay(ZoneOffset.UTC).toInstant();
        this.pair = properties.certificate() == null ? null : read(properties.certificate());
    }

    private static KeyPair read(Certificate certificate) {
        try {
            var pair = certificate.pkcs12() == null ? pem(certificate) : pkcs12(certificate.pkcs12(), certificate);
            fit(pair);
            return pair;
        } catch (NoSuchFileException | UncheckedIOException e) {
            throw new InvalidSettingException(
                    "There is no file %s that can be read. Set %s to the files of the certificate"
                            .formatted(files(certificate), settings(certificate)),
                    e);
        } catch (IOException | GeneralSecurityException | IllegalStateException | IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "The certificate in %s can't be read. Check that %s are such files, and patchbay.microsoft.certificate.password"
                            .formatted(files(certificate), settings(certificate)),
                    e);
        }
    }

    private static String files(Certificate certificate) {
        return certificate.pkcs12() == null
                ? certificate.pem() + " or " + certificate.privateKey()
                : String.valueOf(certificate.pkcs12());
    }

    private static String settings(Certificate certificate) {
        return certificate.pkcs12() == null
                ? "patchbay.microsoft.certificate.pem and patchbay.microsoft.certificate.private-key"
                : "patchbay.microsoft.certificate.pkcs12";
    }

    /** Entra ID would refuse every token otherwise, and only then. */
    private static void fit(KeyPair pair) {
        if (!(pair.chain().getFirst().getPublicKey() instanceof RSAPublicKey open)
                || !(pair.key() instanceof RSAPrivateKey secret)) {
            throw new InvalidSettingException("Use an RSA certificate in patchbay.microsoft.certificate");
        }
        if (!open.getModulus().equals(secret.getModulus())) {
            throw new InvalidSettingException("The private key doesn't belong to the certificate. Set"
                    + " patchbay.microsoft.certificate.private-key to the key with which"
                    + " patchbay.microsoft.certificate.pem was made, or make both anew");
        }
    }

    private static KeyPair pkcs12(Path file, Certificate certificate) throws IOException, GeneralSecurityException {
        var password = Optional.ofNullable(certificate.password()).orElse("").toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        var aliases = store.aliases();
        while (aliases.hasMoreElements()) {
            var alias = aliases.nextElement();
            if (store.isKeyEntry(alias)) {
                var chain = Arrays.stream(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList();
                return new KeyPair((PrivateKey) store.getKey(alias, password), chain);
            }
        }
        throw new GeneralSecurityException("The PKCS#12 file contains no private key");
    }

    private static KeyPair pem(Certificate certificate) throws IOException, GeneralSecurityException {
        if (certificate.pem() == null || certificate.privateKey() == null) {
            throw new GeneralSecurityException("The certificate or its private key isn't set");
        }
        var chain = PemContent.load(certificate.pem()).getCertificates();
        var key = PemContent.load(certificate.privateKey()).getPrivateKey(certificate.password());
        if (key == null || chain.isEmpty()) {
            throw new GeneralSecurityException("The PEM files contain no certificate or no private key");
        }
        return new KeyPair(key, chain);
    }

    /** Whether a certificate is used. */
    public boolean isCertificate() {
        return pair != null;
    }

    /** The certificate in use. */
    public Optional<X509Certificate> certificate() {
        return Optional.ofNullable(pair).map(p -> p.chain().getFirst());
    }

    /** When Entra ID stops accepting it, where that is known. */
    public Optional<Instant> expires() {
        return pair == null
                ? Optional.ofNullable(secretExpires)
                : Optional.of(pair.chain().getFirst().getNotAfter().toInstant());
    }

    /** The secret in use; empty with a certificate. Never to be shown or logged. */
    String secret() {
        return Optional.ofNullable(secret).orElse("");
    }

    IClientCredential forMsal() {
        return pair == null
                ? ClientCredentialFactory.createFromSecret(secret())
                : ClientCredentialFactory.createFromCertificateChain(pair.key(), pair.chain());
    }

    JWK jwk() {
        if (pair == null) {
            throw new IllegalStateException("No certificate found");
        }
        try {
            var leaf = pair.chain().getFirst();
            var thumbprint = MessageDigest.getInstance("SHA-256").digest(leaf.getEncoded());
            return new RSAKey.Builder((RSAPublicKey) leaf.getPublicKey())
                    .privateKey(pair.key())
                    .x509CertSHA256Thumbprint(Base64URL.encode(thumbprint))
                    .x509CertChain(List.of(Base64.encode(leaf.getEncoded())))
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("The certificate can't be used. Use an RSA certificate", e);
        }
    }
}
