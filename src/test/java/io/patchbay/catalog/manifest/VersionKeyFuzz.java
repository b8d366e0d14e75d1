package io.patchbay.catalog.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whatever is called a version has a place in the order, and the same one however it is written. */
public final class VersionKeyFuzz {

    private static final byte[] LATEST = VersionKey.of("latest");
    private static final byte[] UNKNOWN = VersionKey.of("unknown");

    private VersionKeyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var version = new String(input, StandardCharsets.UTF_8);
        var key = VersionKey.of(version);
        assertThat(key).isNotEmpty();
        assertThat(VersionKey.of(version + ".0")).as("zeros at the end").isEqualTo(key);
        assertThat(VersionKey.of(" " + version + " "))
                .as("white space around it")
                .isEqualTo(key);
        assertThat(Arrays.compareUnsigned(key, LATEST)).isNotPositive();
        assertThat(Arrays.compareUnsigned(key, UNKNOWN)).isNotNegative();
    }
}
