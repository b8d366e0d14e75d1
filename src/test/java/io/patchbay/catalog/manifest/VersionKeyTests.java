package io.patchbay.catalog.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions in WinGet's order. */
@Tag("fast")
class VersionKeyTests {

    private static final List<String> ASCENDING = List.of(
            "Unknown",
            "0",
            "0.0.1-alpha",
            "0.0.1-beta",
            "0.0.1",
            "1.0-alpha",
            "1.0-beta",
            "1.0-beta2",
            "1.0",
            "1.0.1",
            "1.2-rc1",
            "1.2",
            "1.9",
            "1.10",
            "1.10.0.5",
            "2",
            "25.01",
            "2024.09.1",
            "18446744073709551615",
            "latest");

    @Test
    void versionsSortAsWinGetSortsThem() {
        var shuffled = new java.util.ArrayList<>(ASCENDING);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort((one, other) -> Arrays.compareUnsigned(VersionKey.of(one), VersionKey.of(other)));
        assertThat(shuffled).isEqualTo(ASCENDING);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "1.0.0, 1.0",
        "v1.2, 1.2",
        "Version 3.4, 3.4",
        "1.0-BETA, 1.0-beta",
        "01.2, 1.2",
        "LATEST, latest",
        "latest.0, Latest",
        "unknown, UNKNOWN",
        "'1. 2', 1.2",
        "'1 .2', 1.2",
        "' 1.2 ', 1.2",
        "'1.	2	.3', 1.2.3",
        "'v 1. 2 .0', 1.2",
        "'1.2. ', 1.2",
        "1.+2, 1.2",
        "1..2, 1.0.2"
    })
    void zerosAtTheEndWordsInFrontAndCapitalsDoNotCount(String one, String other) {
        assertThat(VersionKey.of(one)).isEqualTo(VersionKey.of(other));
    }

    /** Only white space around a part is trimmed: what is inside of it makes a difference. */
    @ParameterizedTest
    @CsvSource({"'1.2 beta', 1.2beta", "'1. 2', 1.3", "'1.2', '1. 10'", "1.0-beta, '1. 0'", "1.5, 1.-1"})
    void theFirstIsLower(String lower, String higher) {
        assertThat(Arrays.compareUnsigned(VersionKey.of(lower), VersionKey.of(higher)))
                .isNegative();
    }

    @Test
    void aNumberTooLargeIsAText() {
        assertThat(Arrays.compareUnsigned(VersionKey.of("1.99999999999999999999"), VersionKey.of("1.1")))
                .isNegative();
    }
}
