package io.patchbay.licensing.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Whatever is typed is a key or none, and a key is read the same however it is written. */
public final class LicenseKeyFuzz {

    private LicenseKeyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        LicenseKey.read(new String(input, StandardCharsets.UTF_8)).ifPresent(key -> {
            assertThat(key.characters()).matches("[" + LicenseKey.ALPHABET + "]{25}");
            assertThat(LicenseKey.read(key.grouped()))
                    .hasValueSatisfying(again -> assertThat(again.characters()).isEqualTo(key.characters()));
            assertThat(key.toString()).doesNotContain(key.characters().substring(0, 20));
        });
    }
}
