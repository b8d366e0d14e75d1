package io.patchbay.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret of the configuration from which keys are made, with the one before it while that one is being replaced.
 *
 * @param setting name of the property that holds it
 */
public record KeySecret(
        String setting, String secret, @Nullable String previous) {

    /** The properties that hold one. */
    public static final List<String> SETTINGS =
            List.of("patchbay.event.key-secret", "patchbay.licensing.key-secret", "patchbay.notification.key-secret");

    /** Short ones can be guessed. */
    public static final int SHORTEST = 32;

    /** The secret of a property, where there is one. */
    public static Optional<KeySecret> of(String setting, @Nullable String secret, @Nullable String previous) {
        return secret == null || secret.isBlank()
                ? Optional.empty()
                : Optional.of(new KeySecret(setting, secret, previous == null || previous.isBlank() ? null : previous));
    }

    /** The property that holds the one before. */
    public static String previous(String setting) {
        return setting.replace("key-secret", "previous-key-secret");
    }

    /** By which the database recognizes it; nothing can be derived from it. */
    public byte[] fingerprint() {
        return fingerprint(secret);
    }

    /** The same of the one before. */
    public Optional<byte[]> previousFingerprint() {
        return Optional.ofNullable(previous).map(this::fingerprint);
    }

    /** Encrypts and signs with this one, and reads what the one before encrypted or signed. */
    public SecretBox box() {
        return new SecretBox(setting, secret, previous);
    }

    private byte[] fingerprint(String of) {
        return new SecretBox(setting, of).sign(("fingerprint of " + setting).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "KeySecret[" + setting + "]";
    }
}
