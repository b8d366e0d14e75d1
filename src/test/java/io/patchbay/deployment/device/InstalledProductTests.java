package io.patchbay.deployment.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Release;
import io.patchbay.catalog.manifest.ManifestFile;
import io.patchbay.catalog.manifest.ManifestFolder;
import io.patchbay.catalog.manifest.ManifestReader;
import io.patchbay.microsoft.intune.DetectionRule;
import io.patchbay.platform.script.PowerShellLiteral;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a manifest's application is recognized, and which rule detects it. */
@Tag("fast")
class InstalledProductTests {

    private static final String CODE = "{11111111-2222-4333-8444-555555555555}";

    private static Release release(String id, String version, String type, String more) {
        var manifest = """
                PackageIdentifier: %s
                PackageVersion: '%s'
                PackageLocale: en-US
                Publisher: Acme
                PackageName: Git
                License: MIT
                ShortDescription: A test.
                InstallerType: %s
                Installers:
                - Architecture: x64
                  InstallerUrl: https://download.example.com/git.exe
                  InstallerSha256: 98B67758CEAFFCBB3FE47838FD0A8D7BD581C2650842D6B2B0E0D49A23270CCD
                %s
                ManifestType: singleton
                ManifestVersion: 1.6.0
                """.formatted(id, version, type, more.isEmpty() ? "" : "  " + more);
        var file = new ManifestFile(
                "git.yaml", "", () -> new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)));
        var reading = ManifestReader.read(new ManifestFolder("", List.of(file)));
        assertThat(reading.problems()).isEmpty();
        var read = reading.releases().getFirst();
        return new Release(
                read.app(),
                read.name(),
                read.publisher(),
                "",
                null,
                null,
                null,
                read.version(),
                null,
                null,
                Instant.EPOCH,
                false,
                read.installers());
    }

    private static InstalledProduct product(Release release, boolean updatesItself) {
        return InstalledProduct.of(release, release.installers().getFirst(), InstallScope.MACHINE, updatesItself);
    }

    private static String words(DetectionRule rule) {
        return switch (rule) {
            case DetectionRule.ProductCode(var code, var version) -> "code " + version;
            case DetectionRule.RegistryVersion registry -> "registry " + registry.version();
            case DetectionRule.Script script -> "script";
            case DetectionRule.File file -> "file";
        };
    }

    /** shared/cases/02-uninstall-by-prefix: an EXE application named Git took Git LFS, GitHub CLI, and GitHub Desktop. */
    @Test
    void anApplicationNamedGitIsNoOtherThatBeginsSo() throws IOException {
        var mirror = new ScriptMirror(product(release("Acme.Git", "1.0", "inno", ""), false));
        var entries = UninstallEntry.all();
        assertThat(mirror.detect(entries)).containsExactly("git-acme");
        assertThat(mirror.uninstall(entries)).startsWith("git-acme: ");
        var without =
                entries.stream().filter(one -> !"git-acme".equals(one.id())).toList();
        assertThat(mirror.detect(without)).isEmpty();
        assertThat(mirror.uninstall(without)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "wix, 1.2.3, false, code 1.2.3",
        "msi, 5.17.11 (34827), false, script",
        "msi, 1.0-beta2, false, script",
        "msi, 1.2.3.4.5, false, script",
        "msi, latest, false, code null",
        "msi, 1.2.3, true, script",
        "exe, 1.2.3, false, script",
        "burn, 1.2.3, false, script"
    })
    void intuneComparesNumbersAndAScriptEverythingElse(
            String type, String version, boolean updatesItself, String rule) {
        var release = release("Acme.Git", version, type, "ProductCode: '" + CODE + "'");
        assertThat(DetectionRules.of(product(release, updatesItself)))
                .extracting(InstalledProductTests::words)
                .containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, HKEY_LOCAL_MACHINE\\SOFTWARE\\Patchbay\\Applications\\Acme.Git, false, registry 1.0",
        "1.0-beta2, HKEY_CURRENT_USER\\SOFTWARE\\Patchbay\\Applications\\Acme.Git, true, script"
    })
    void aMarkerIsDetectedByItsVersion(String version, String path, boolean forUser, String rule) {
        var app = release("Acme.Git", version, "exe", "").app();
        var marker = InstallMarker.of(app, version, forUser);
        assertThat(marker.path()).isEqualTo(path);
        assertThat(DetectionRules.of(marker))
                .extracting(InstalledProductTests::words)
                .containsExactly(rule);
        assertThat(DeviceScripts.detect(marker)).contains("$marker = '" + path + "'", "Compare-Version");
    }

    @Test
    void aKeyThatAgesDoesNotDetect() {
        var aging = product(release("Acme.Git", "1.0", "exe", "ProductCode: Git 1.0 (x64 en-US)"), false);
        assertThat(aging.keyAges()).isTrue();
        assertThat(DeviceScripts.detect(aging)).contains("$keys = @()\n");
        assertThat(DeviceScripts.uninstall(aging, null))
                .contains("$keys = @('Git 1.0 (x64 en-US)')\n", "$keyAges = $true\n");
        var lasting = product(release("Acme.Git", "1.0", "exe", "ProductCode: Git_is1"), false);
        assertThat(lasting.keyAges()).isFalse();
        assertThat(DeviceScripts.detect(lasting)).contains("$keys = @('Git_is1')\n");
    }

    @Test
    void whatIsKnownToUpdateItselfHasAReasonAndTheNamesThatWindowsLists() {
        assertThat(SelfUpdatingApps.all()).isNotEmpty().allSatisfy(app -> {
            assertThat(app.names()).isNotEmpty();
            assertThat(app.publishers()).isNotEmpty();
            assertThat(app.reason()).isNotBlank();
        });
        var zoom = product(release("Zoom.Zoom", "6.6.6.19875", "wix", "ProductCode: '" + CODE + "'"), true);
        assertThat(zoom.names()).containsExactly("Git", "Zoom", "Zoom Workplace");
        assertThat(zoom.publishers()).contains("Acme", "Zoom Communications, Inc.");
        assertThat(zoom.byProductCode()).isFalse();
    }

    @Test
    void theNameAndThePublisherAreThoseThatTheManifestSaysWindowsLists() {
        var entries = "AppsAndFeaturesEntries: [{DisplayName: Acme Git, Publisher: Acme Labs, DisplayVersion: 1.0.7}]";
        var product = product(release("Acme.Git", "1.0", "exe", entries), false);
        assertThat(product.names()).containsExactly("Acme Git");
        assertThat(product.publishers()).containsExactly("Acme Labs");
        assertThat(product.version()).isEqualTo("1.0.7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Git | 'Git'",
                "O'Brien $(x) `` \"y\" | 'O''Brien $(x) `` \"y\"'",
                "\u767e | ('' + [char] 0x767E + '')",
                "a\u2019b | ('a' + [char] 0x2019 + 'b')",
                "\u00e9\u00e9 | ('' + [char] 0x00E9 + [char] 0x00E9 + '')"
            })
    void aLiteralSaysTheSameInAscii(String text, String literal) {
        assertThat(PowerShellLiteral.of(text)).isEqualTo(literal);
    }

    @Test
    void aLineBreakOrASignOfOursInANameIsOnlyText() {
        var strange = product(release("Acme.Git", "1.0", "exe", "ProductCode: \"#marker\\nexit 0\""), false);
        var script = DeviceScripts.uninstall(strange, new InstallMarker("HKEY_LOCAL_MACHINE\\X", "1.0"));
        assertThat(script.lines().filter(line -> line.strip().startsWith("$keys =")))
                .hasSize(1);
        assertThat(script).contains("'#marker' + [char] 0x000A + 'exit 0'");
        assertThat(script.toLowerCase(Locale.ROOT)).doesNotContain("\n#marker");
    }
}
