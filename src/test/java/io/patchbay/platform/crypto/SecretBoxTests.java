package io.patchbay.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTests {

    private static final UUID OWNER = UUID.randomUUID();
    private static final byte[] PLAIN = "https://example.com/hook".getBytes(StandardCharsets.UTF_8);
    private static final SecretBox BOX = new SecretBox("patchbay.test.key-secret", "x".repeat(32));

    @Test
    void givesBackWhatItTook() {
        var encrypted = BOX.encrypt(OWNER, PLAIN);
        assertThat(BOX.decrypt(OWNER, encrypted)).isEqualTo(PLAIN);
        assertThat(BOX.encrypt(OWNER, PLAIN)).isNotEqualTo(encrypted);
    }

    @Test
    void opensForItsOwnerAndUnderItsSecretOnly() {
        var encrypted = BOX.encrypt(OWNER, PLAIN);
        assertThatIllegalStateException()
                .isThrownBy(() -> BOX.decrypt(UUID.randomUUID(), encrypted))
                .withMessageContaining("patchbay.test.key-secret");
        assertThatIllegalStateException().isThrownBy(() -> other("y".repeat(32)).decrypt(OWNER, encrypted));
        assertThatIllegalStateException()
                .isThrownBy(() -> new SecretBox("patchbay.other.key-secret", "x".repeat(32)).decrypt(OWNER, encrypted));
        encrypted[encrypted.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> BOX.decrypt(OWNER, encrypted));
    }

    @Test
    void signsAlikeOnlyUnderTheSameSecret() {
        assertThat(BOX.sign(PLAIN))
                .hasSize(32)
                .isEqualTo(other("x".repeat(32)).sign(PLAIN))
                .isNotEqualTo(other("y".repeat(32)).sign(PLAIN));
    }

    /** Test case 2 of RFC 4231. */
    @Test
    void hmacIsTheStandardsHmac() {
        assertThat(Hmac.sha256(
                        "Jefe".getBytes(StandardCharsets.US_ASCII),
                        "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    private static SecretBox other(String secret) {
        return new SecretBox("patchbay.test.key-secret", secret);
    }
}
