package io.patchbay.licensing.key;

import io.patchbay.licensing.license.LicensingProperties;
import io.patchbay.platform.crypto.KeySecret;
import io.patchbay.platform.crypto.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hashes license keys with the installation's secret, so that a stolen table neither shows them nor lets them be guessed. */
@Component
public class KeyHashes {

    static final String SETTING = "patchbay.licensing.key-secret";

    private final Optional<SecretBox> secrets;

    KeyHashes(LicensingProperties properties) {
        this.secrets = KeySecret.of(SETTING, properties.keySecret(), properties.previousKeySecret())
                .map(KeySecret::box);
    }

    /**
     * The hash under which a key is stored.
     *
     * @throws IllegalStateException in the mode {@code open} without a secret, which has no license keys
     */
    public byte[] of(LicenseKey key) {
        return box().sign(characters(key));
    }

    /** The hash of a key that was issued under the secret before; empty where none is being replaced. */
    Optional<byte[]> previous(LicenseKey key) {
        return box().previousSignature(characters(key));
    }

    private SecretBox box() {
        return secrets.orElseThrow(() -> new IllegalStateException("There are no license keys in the mode open"));
    }

    private static byte[] characters(LicenseKey key) {
        return key.characters().getBytes(StandardCharsets.US_ASCII);
    }
}
