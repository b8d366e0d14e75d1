package io.patchbay.licensing.key;

import io.patchbay.licensing.license.LicensingProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Hashes license keys with the installation's secret, so that a stolen table neither shows them nor lets them be guessed. */
@Component
public class KeyHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private final LicensingProperties properties;

    KeyHashes(LicensingProperties properties) {
        this.properties = properties;
    }

    public byte[] of(LicenseKey key) {
        var secret = Optional.ofNullable(properties.keySecret())
                .orElseThrow(() -> new IllegalStateException("There are no license keys in the mode open"));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(key.characters().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no " + ALGORITHM, e);
        }
    }
}
