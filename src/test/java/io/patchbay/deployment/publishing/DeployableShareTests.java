package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.NotDeployable;
import io.patchbay.catalog.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much of the catalog that is there by default can be deployed, and why the rest cannot. */
@Tag("fast")
class DeployableShareTests {

    private static List<Release> newest() throws IOException {
        var releases = new ArrayList<Release>();
        try (var files = Files.list(Path.of("src/test/resources/winget"))) {
            for (var file : files.sorted().toList()) {
                releases.add(WellKnownPackages.read(Files.readString(file)
                        .replace("{version}", "1.0")
                        .replace("{download}", "https://download.example.com")
                        .replace("{icon}", "https://download.example.com/icon.png")
                        .replaceAll("\\{(sha256|iconSha256)}", "0".repeat(64))
                        .replace("{productCode}", "{11111111-2222-4333-8444-555555555555}")));
            }
        }
        return releases;
    }

    @Test
    void whatCannotBeDeployedIsKnownWithItsReason() throws IOException {
        var reasons = new TreeMap<String, List<NotDeployable>>();
        var releases = newest();
        releases.stream()
                .filter(release -> InstallerSelection.choices(release).isEmpty())
                .forEach(release -> reasons.put(
                        release.app().value(),
                        release.installers().stream()
                                .flatMap(one -> one.notDeployable().stream())
                                .distinct()
                                .toList()));
        assertThat(releases).hasSize(62);
        assertThat(reasons).isEqualTo(Map.of("Microsoft.WindowsTerminal", List.of(NotDeployable.TYPE)));
    }
}
