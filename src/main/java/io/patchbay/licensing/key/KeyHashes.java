package io.patchbay.licensing.key;

import io.patchbay.licensing.license.LicensingProperties;
import io.patchbay.platform.crypto.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hashes license keys with the installation's secret, so that a stolen table neither shows them nor lets them be guessed. */
@Component
public class KeyHashes {

    private final Optional<SecretBox> secrets;

    KeyHashes(LicensingProperties properties) {
        this.secrets = Optional.ofNullable(properties.keySecret())
                .map(secret -> new SecretBox("patchbay.licensing.key-secret", secret));
    }

    /**
     * The hash under which a key is stored.
     *
     * @throws IllegalStateException in the mode {@code open} without a secret, which has no license keys
     */
    public byte[] of(LicenseKey key) {
        return secrets.orElseThrow(() -> new IllegalStateException("There are no license keys in the mode open"))
                .sign(key.characters().getBytes(StandardCharsets.US_ASCII));
    }
}
