package io.patchbay.licensing.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a license key promises, for keys made at random. */
@Tag("fast")
class LicenseKeyTests {

    private final Random random = new Random(20261123);

    @RepeatedTest(50)
    void everyWrongCharacterIsNoticed() {
        var key = LicenseKey.random(new Random()).characters();
        for (int at = 0; at < key.length(); at++) {
            for (char wrong : LicenseKey.ALPHABET.toCharArray()) {
                if (wrong != key.charAt(at)) {
                    var typed = key.substring(0, at) + wrong + key.substring(at + 1);
                    assertThat(LicenseKey.read(typed))
                            .as("%s for %s", typed, key)
                            .isEmpty();
                }
            }
        }
    }

    @RepeatedTest(50)
    void everySwapOfNeighborsIsNoticed() {
        var key = LicenseKey.random(new Random()).characters();
        for (int at = 0; at + 1 < key.length(); at++) {
            if (key.charAt(at) != key.charAt(at + 1)) {
                var typed = key.substring(0, at) + key.charAt(at + 1) + key.charAt(at) + key.substring(at + 2);
                assertThat(LicenseKey.read(typed)).as("%s for %s", typed, key).isEmpty();
            }
        }
    }

    @Test
    void aMissingOrAdditionalCharacterIsNoticed() {
        var key = LicenseKey.random(random).characters();
        assertThat(LicenseKey.read(key.substring(1))).isEmpty();
        assertThat(LicenseKey.read(key + "A")).isEmpty();
        assertThat(LicenseKey.read("")).isEmpty();
    }

    @Test
    void caseSpacesAndDashesDoNotMatter() {
        var key = LicenseKey.random(random);
        var typed = "  " + key.grouped().toLowerCase(java.util.Locale.ROOT).replace("-", " – ") + "\n";
        assertThat(LicenseKey.read(typed))
                .hasValueSatisfying(read -> assertThat(read.characters()).isEqualTo(key.characters()));
        assertThat(LicenseKey.read(key.characters())).isPresent();
    }

    @Test
    void itHasTwentyFiveCharactersInGroupsOfFiveWithoutLookAlikes() {
        var keys = new HashSet<String>();
        for (int i = 0; i < 500; i++) {
            var key = LicenseKey.random(random);
            assertThat(key.grouped()).matches("([2-9A-HJKMNP-Z]{5}-){4}[2-9A-HJKMNP-Z]{5}");
            assertThat(key.ending()).isEqualTo(key.grouped().substring(24));
            keys.add(key.characters());
        }
        assertThat(keys).hasSize(500);
    }

    @Test
    void moreThanAHundredBitsAreRandom() {
        assertThat(23 * Math.log(LicenseKey.ALPHABET.length()) / Math.log(2)).isGreaterThan(100);
    }

    @Test
    void itNeverShowsInText() {
        var key = LicenseKey.random(random);
        assertThat(key.toString()).doesNotContain(key.characters().substring(0, 20));
    }
}
