package io.patchbay.catalog.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.InstallerType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a manifest may say, and what it may not. */
@Tag("fast")
public class ManifestTests {

    public static final String SINGLETON = """
            PackageIdentifier: Contoso.Tool
            PackageVersion: 1.10
            PackageLocale: en-US
            Publisher: Contoso
            PackageName: Tool
            PackageUrl: https://contoso.example/tool
            License: MIT
            ShortDescription: Does things.
            ReleaseDate: 2026-01-31
            InstallerType: inno
            Scope: machine
            InstallerSwitches:
              Custom: /TASKS=none
              Log: /LOG
            AppsAndFeaturesEntries:
            - DisplayName: Contoso Tool
              DisplayVersion: 1.10.0
              UpgradeCode: '{11111111-1111-1111-1111-111111111111}'
            Installers:
            - Architecture: x64
              InstallerUrl: https://contoso.example/files/Tool%20Setup.exe?x=1
              InstallerSha256: 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF
              InstallerSuccessCodes:
              - 3010
            - Architecture: arm64
              InstallerType: msi
              Scope: user
              InstallerSwitches:
                Silent: /qn
              InstallerUrl: https://contoso.example/download
              InstallerSha256: 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF
              ProductCode: '{22222222-2222-2222-2222-222222222222}'
            ManifestType: singleton
            ManifestVersion: 1.6.0
            """;

    @Test
    void installersInheritFromTheLevelAbove() {
        var release = read(SINGLETON).releases().getFirst();
        assertThat(release.version()).as("a text and not the number 1.1").isEqualTo("1.10");
        var first = release.installers().getFirst();
        assertThat(first.type()).isEqualTo(InstallerType.INNO);
        assertThat(first.scope()).isEqualTo(InstallScope.MACHINE);
        assertThat(first.silentSwitches()).isEqualTo("/VERYSILENT /SUPPRESSMSGBOXES /NORESTART /SP- /TASKS=none");
        assertThat(first.displayName()).isEqualTo("Contoso Tool");
        assertThat(first.displayVersion()).isEqualTo("1.10.0");
        assertThat(first.upgradeCode()).startsWith("{1111");
        assertThat(first.successCodes()).isEqualTo(Set.of(3010));
        assertThat(first.fileName()).isEqualTo("Tool_Setup.exe");
        assertThat(first.sha256()).startsWith("0123456789abcdef");
        var second = release.installers().getLast();
        assertThat(second.type()).isEqualTo(InstallerType.MSI);
        assertThat(second.scope()).isEqualTo(InstallScope.USER);
        assertThat(second.silentSwitches()).isEqualTo("/qn /TASKS=none");
        assertThat(second.productCode()).startsWith("{2222");
        assertThat(second.fileName()).isEqualTo("Contoso.Tool.msi");
    }

    @Test
    void aVersionMayBeInThreeFiles() {
        var head = "PackageIdentifier: A.B\nPackageVersion: '2.0'\nManifestVersion: 1.9.0\n";
        var reading = read(
                head + "ManifestType: version\nDefaultLocale: en-US\n",
                head + "ManifestType: installer\nInstallers:\n- Architecture: neutral\n  InstallerType: nullsoft\n"
                        + "  InstallerUrl: https://a.example/b.exe\n  InstallerSha256: " + "a".repeat(64) + "\n",
                head + "ManifestType: defaultLocale\nPublisher: A\nPackageName: B\nShortDescription: C\nLicense: D\n",
                head + "ManifestType: locale\nPackageLocale: de-DE\n");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.releases()).singleElement().satisfies(release -> {
            assertThat(release.name()).isEqualTo("B");
            assertThat(release.installers().getFirst().silentSwitches()).isEqualTo("/S");
        });
    }

    @Test
    void whatCannotBeTakenIsReportedWithItsReason() {
        refused("nonsense: [", "isn't valid YAML");
        refused("just text", "no fields");
        refused("", "no fields");
        refused(SINGLETON.replace("ManifestVersion: 1.6.0", "ManifestVersion: 2.0.0"), "ManifestVersion must be 1.x");
        refused(SINGLETON.replace("Contoso.Tool", "../../etc"), "PackageIdentifier isn't valid");
        refused(SINGLETON.replace("PackageVersion: 1.10", "PackageVersion: ../1"), "PackageVersion isn't valid");
        refused(SINGLETON.replace("https://contoso.example", "http://contoso.example"), "isn't an https");
        refused(SINGLETON.replace("https://contoso.example/", "file:///"), "isn't an https");
        refused(
                SINGLETON
                        .replace("ABCDEF\n      InstallerSuccess", "XYZ\n      InstallerSuccess")
                        .replaceFirst("0123456789ABCDEF0", "Z"),
                "64 hexadecimal");
        refused(SINGLETON.replace("Architecture: x64", "Architecture: mips"), "Architecture has an unknown value");
        refused(SINGLETON.replace("Publisher: Contoso\n", ""), "Publisher is missing");
        refused(SINGLETON.replace("PackageName: Tool", "PackageName: [a, b]"), "PackageName isn't text");
        refused(
                SINGLETON.replace("PackageName: Tool", "PackageName: !!javax.script.ScriptEngineManager [x]"),
                "isn't valid YAML");
        refused(SINGLETON.replace("PackageName: Tool", "PackageName: " + "x".repeat(300)), "longer than 256");
        refused(SINGLETON + "PackageName: again\n", "isn't valid YAML");
        refused("# " + "x".repeat(ManifestFile.LARGEST), "larger than 512 KB");
        refused(SINGLETON + "Deep: " + "[".repeat(100) + "]".repeat(100), "isn't valid YAML");
        refused(SINGLETON + laughs(), "isn't valid YAML");
        refused("!%2", "isn't valid YAML");
        refused(SINGLETON + "Tag: !%2\n", "isn't valid YAML");
    }

    @Test
    void aHomepageIsAWebPageOrNothing() {
        var reading = read(SINGLETON.replace("https://contoso.example/tool", "javascript:alert(1)"));
        assertThat(reading.releases().getFirst().homepage()).isNull();
    }

    private static String laughs() {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        return text.toString();
    }

    private static void refused(String manifest, String why) {
        var reading = read(manifest);
        assertThat(reading.releases()).as(why).isEmpty();
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.why()).contains(why));
    }

    @Test
    void theLargestThatCanBeDrawnIsTakenOfThoseForEitherTheme() {
        assertThat(chosen(icon("dark.png", "png", "256x256", "dark"), icon("any.png", "png", "64x64", "default")))
                .isEqualTo("https://a.example/any.png");
        assertThat(chosen(icon("small.png", "png", "32x32", "light"), icon("large.jpg", "jpeg", "256x256", "light")))
                .isEqualTo("https://a.example/large.jpg");
        assertThat(chosen(icon("a.ico", "ico", "256x256", "default"), icon("b.png", "png", "custom", "dark")))
                .isEqualTo("https://a.example/b.png");
        assertThat(chosen(icon("a.ico", "ico", "256x256", "default"))).isNull();
        assertThat(chosen("- IconUrl: http://a.example/plain.png\n  IconFileType: png\n"))
                .isNull();
        assertThat(chosen("- IconUrl: 'no address'\n  IconFileType: png\n")).isNull();
        assertThat(chosen("- IconUrl: [https://a.example/x.png]\n  IconFileType: png\n"))
                .isNull();
    }

    private static String icon(String file, String type, String resolution, String theme) {
        return """
                - IconUrl: https://a.example/%s
                  IconFileType: %s
                  IconResolution: %s
                  IconTheme: %s
                """.formatted(file, type, resolution, theme);
    }

    private static @Nullable String chosen(String... icons) {
        var reading = read(SINGLETON + "Icons:\n" + String.join("", icons));
        assertThat(reading.problems()).isEmpty();
        var chosen = reading.releases().getFirst().icon();
        return chosen == null ? null : chosen.url().toString();
    }

    private static FolderReading read(String... manifests) {
        var files = new ArrayList<ManifestFile>();
        for (int i = 0; i < manifests.length; i++) {
            var content = manifests[i].getBytes(StandardCharsets.UTF_8);
            files.add(new ManifestFile(i + ".yaml", "1", () -> new ByteArrayInputStream(content)));
        }
        return ManifestReader.read(new ManifestFolder("here", List.copyOf(files)));
    }
}
