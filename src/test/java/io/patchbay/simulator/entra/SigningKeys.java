package io.patchbay.simulator.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.patchbay.simulator.SimulatorComponent;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The two keys that Entra publishes; the first of them signs. */
@SimulatorComponent
public final class SigningKeys {
    private final RSAKey unpublished = generate();
    private final AtomicReference<List<RSAKey>> published = new AtomicReference<>(List.of(generate(), generate()));

    RSAKey current() {
        return published.get().getFirst();
    }

    List<RSAKey> published() {
        return published.get();
    }

    /** A key that is in no key set. */
    RSAKey unpublished() {
        return unpublished;
    }

    /** A new key signs from now on; the one before it stays published, the oldest goes. */
    public void rotate() {
        RSAKey next = generate();
        published.updateAndGet(keys -> List.of(next, keys.getFirst()));
    }

    /** The published key of that id. */
    public Optional<RSAPublicKey> publicKey(String keyId) {
        return published.get().stream()
                .filter(key -> key.getKeyID().equals(keyId))
                .findFirst()
                .map(SigningKeys::publicKey);
    }

    private static RSAPublicKey publicKey(RSAKey key) {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
