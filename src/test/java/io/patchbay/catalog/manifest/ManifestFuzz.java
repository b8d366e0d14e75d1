package io.patchbay.catalog.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;

/** Whatever a manifest says, it is read or reported, and what is read cannot lead elsewhere. */
public final class ManifestFuzz {

    private ManifestFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var file = new ManifestFile("a.yaml", "1", () -> new ByteArrayInputStream(input));
        var reading = ManifestReader.read(new ManifestFolder("manifests/a", List.of(file)));
        assertThat(reading.releases().size() + reading.problems().size()).isPositive();
        reading.problems().forEach(problem -> assertThat(problem.why()).isNotBlank());
        reading.releases().forEach(ManifestFuzz::check);
    }

    private static void check(ParsedRelease release) {
        assertThat(release.version()).doesNotContain("/", "\\", ":").isNotBlank();
        assertThat(release.name()).hasSizeBetween(1, 256).doesNotContain("\u0000");
        if (release.homepage() != null) {
            assertThat(release.homepage()).matches("(?i)https?://.*");
        }
        release.installers().forEach(installer -> {
            if (installer.notDeployable().isEmpty()) {
                assertThat(installer.url().getScheme()).isEqualToIgnoringCase("https");
            }
            assertThat(installer.sha256()).matches("[0-9a-f]{64}");
            assertThat(installer.fileName())
                    .matches("[^/\\\\:*?\"<>|\\p{Cntrl}]+")
                    .isNotIn(".", "..");
        });
    }
}
