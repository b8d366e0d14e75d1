package io.patchbay.catalog.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.AppDependency;
import io.patchbay.catalog.AppId;
import io.patchbay.catalog.ExitCode;
import io.patchbay.catalog.ExitCode.ExitMeaning;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.InstallerRules.UpgradeBehavior;
import io.patchbay.catalog.InstallerType;
import io.patchbay.catalog.NestedInstaller;
import io.patchbay.catalog.NotDeployable;
import io.patchbay.catalog.WindowsRelease;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real manifests say of their installers, and what keeps one from being deployed. */
@Tag("fast")
public class InstallerFieldsTests {

    private static final String HEAD = """
            PackageIdentifier: Acme.Tool
            PackageVersion: 1.0
            PackageLocale: en-US
            Publisher: Acme
            PackageName: Tool
            License: MIT
            ShortDescription: A test.
            ManifestType: singleton
            ManifestVersion: 1.6.0
            """;
    private static final String X64 = installer("x64", "https://download.example.com/a.exe");

    /** An installer of a manifest. */
    public static String installer(String architecture, String url) {
        return """
                - Architecture: %s
                  InstallerUrl: %s
                  InstallerSha256: 98B67758CEAFFCBB3FE47838FD0A8D7BD581C2650842D6B2B0E0D49A23270CCD
                """.formatted(architecture, url);
    }

    /** The release of a manifest with those fields and installers. */
    public static ParsedRelease release(String fields, String installers) {
        var reading = read(fields, installers);
        assertThat(reading.problems()).isEmpty();
        return reading.releases().getFirst();
    }

    private static FolderReading read(String fields, String installers) {
        var content = (HEAD + fields + "Installers:\n" + installers).getBytes(StandardCharsets.UTF_8);
        return ManifestReader.read(new ManifestFolder(
                "here", List.of(new ManifestFile("a.yaml", "1", () -> new ByteArrayInputStream(content)))));
    }

    private static Installer one(String fields) {
        return release(fields, X64).installers().getFirst();
    }

    private static @Nullable NotDeployable hindrance(String fields) {
        return one(fields).notDeployable().orElse(null);
    }

    @Test
    void anAddressThatIsNotHttpsIsListedBesideOneThatIs() {
        var release = release(
                "InstallerType: inno\n",
                X64
                        + installer("x86", "http://download.example.com/b.exe")
                        + installer("arm64", "ftp://download.example.com/c.exe")
                        + installer("arm", "https://user:word@download.example.com/d.exe"));
        assertThat(release.installers())
                .extracting(one -> one.notDeployable().orElse(null))
                .containsExactly(null, NotDeployable.NOT_HTTPS, NotDeployable.NOT_HTTPS, NotDeployable.ADDRESS);
    }

    @Test
    void addressesAreEncodedAndStillNameTheFile() {
        var installer = release(
                        "InstallerType: inno\n",
                        installer("x64", "https://download.example.com/[Acme]-Setup.exe?n=4|x"))
                .installers()
                .getFirst();
        assertThat(installer.url()).hasToString("https://download.example.com/%5BAcme%5D-Setup.exe?n=4%7Cx");
        assertThat(installer.fileName()).isEqualTo("Acme_-Setup.exe");
        assertThat(installer.deployable()).isTrue();
    }

    @Test
    void exitCodesAreReadWithTheirMeanings() {
        var installer = one("""
                InstallerType: inno
                InstallerSuccessCodes: [1, 17, 0x80070005]
                ExpectedReturnCodes:
                - InstallerReturnCode: 5
                  ReturnResponse: rebootRequiredToFinish
                - InstallerReturnCode: 0x8A15010B
                  ReturnResponse: rebootInitiated
                - InstallerReturnCode: 6
                  ReturnResponse: packageInUse
                - InstallerReturnCode: 7
                  ReturnResponse: diskFull
                - ReturnResponse: custom
                """);
        assertThat(installer.successCodes()).containsExactlyInAnyOrder(1, 17, -2147024891);
        assertThat(installer.exitCodes())
                .containsExactly(
                        new ExitCode(5, ExitMeaning.RESTART_TO_FINISH),
                        new ExitCode(0x8A15010B, ExitMeaning.RESTART_INITIATED),
                        new ExitCode(6, ExitMeaning.TRY_AGAIN),
                        new ExitCode(7, ExitMeaning.FAILURE));
    }

    @ParameterizedTest
    @CsvSource({
        "0x80070005, -2147024891",
        "0X8007_0005, -2147024891",
        "2147942405, -2147024891",
        "-2147024891, -2147024891",
        "4294967295, -1",
        "+17, 17",
        "017, 15",
        "0o17, 15",
        "089, 89",
        "0b101, 5",
        "1_641, 1641",
        "0, 0"
    })
    void numbersAreReadInEveryFormOfYaml(String written, int code) {
        assertThat(ExitCode.parse(written)).hasValue(code);
        assertThat(one("InstallerType: inno\nInstallerSuccessCodes:\n- '" + written + "'\n- 3\n")
                        .successCodes())
                .containsExactlyInAnyOrder(code, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967296", "-2147483649", "0x100000000", "1.0", "1e3", "ten", "0x", "--1", "0o8", "1 2"})
    void whatIsNoNumberOfWindowsIsRefused(String written) {
        assertThat(ExitCode.parse(written)).isEqualTo(OptionalInt.empty());
        assertThat(read("InstallerType: inno\nInstallerSuccessCodes:\n- " + written + "\n", X64)
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.why()).contains("32-bit number"));
    }

    @Test
    void silentIsSilentWithProgressWhereThereIsNothingBetter() {
        assertThat(one("InstallerType: exe\nInstallerSwitches:\n  SilentWithProgress: /quiet\n  Custom: /a\n")
                        .silentSwitches())
                .isEqualTo("/quiet /a");
        assertThat(one("InstallerType: exe\nInstallerSwitches:\n  Silent: /s\n  SilentWithProgress: /p\n")
                        .silentSwitches())
                .isEqualTo("/s");
        assertThat(one("InstallerType: nullsoft\nInstallerSwitches:\n  SilentWithProgress: /p\n")
                        .silentSwitches())
                .isEqualTo("/S");
        assertThat(hindrance("InstallerType: exe\nInstallerSwitches:\n  SilentWithProgress: /quiet\n"))
                .isNull();
        assertThat(hindrance("InstallerType: exe\n")).isEqualTo(NotDeployable.NOT_SILENT);
        assertThat(hindrance("InstallerType: exe\nInstallerSwitches:\n  Interactive: /i\n"))
                .isEqualTo(NotDeployable.NOT_SILENT);
    }

    @Test
    void languagesAreReadPerInstallerAndForTheWhole() {
        var release = release("InstallerType: inno\n", X64 + "  InstallerLocale: ar-sa\n" + X64);
        assertThat(release.locale()).isEqualTo("en-US");
        assertThat(release.installers()).extracting(Installer::locale).containsExactly("ar-SA", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "InstallerType: msix | TYPE",
                "InstallerType: portable | TYPE",
                "InstallerType: inno~InstallModes: [interactive] | INTERACTIVE_ONLY",
                "InstallerType: inno~InstallModes: [interactive, silentWithProgress] |",
                "InstallerType: inno~DownloadCommandProhibited: true | DOWNLOAD_PROHIBITED",
                "InstallerType: inno~DownloadCommandProhibited: false |",
                "InstallerType: inno~Authentication:~  AuthenticationType: microsoftEntraId | SIGN_IN_REQUIRED",
                "InstallerType: inno~Authentication:~  AuthenticationType: none |",
                "InstallerType: inno~Markets:~  AllowedMarkets: [DE] | CERTAIN_MARKETS",
                "InstallerType: inno~Markets:~  ExcludedMarkets: [DE] | CERTAIN_MARKETS",
                "InstallerType: inno~Scope: machine~ElevationRequirement: elevationProhibited | ELEVATION_PROHIBITED",
                "InstallerType: inno~Scope: user~ElevationRequirement: elevationProhibited |",
                "InstallerType: inno~Scope: user~ElevationRequirement: elevationRequired | ELEVATION_REQUIRED",
                "InstallerType: inno~Scope: machine~ElevationRequirement: elevationRequired |",
                "InstallerType: inno~UnsupportedOSArchitectures: [x64] | NO_ARCHITECTURE",
                "InstallerType: inno~UnsupportedOSArchitectures: [arm64] |",
                "InstallerType: inno~MinimumOSVersion: 10.0.99999.0 | WINDOWS_TOO_NEW",
                "InstallerType: zip | NESTED_FILE",
                "InstallerType: zip~NestedInstallerType: portable~NestedInstallerFiles:~- RelativeFilePath: a.exe | NESTED_TYPE",
                "InstallerType: zip~NestedInstallerType: inno | NESTED_FILE",
                "InstallerType: zip~NestedInstallerType: inno~NestedInstallerFiles:~- RelativeFilePath: ../a.exe | NESTED_FILE",
                "InstallerType: zip~NestedInstallerType: inno~NestedInstallerFiles:~- RelativeFilePath: C:\\a.exe | NESTED_FILE",
                "InstallerType: zip~NestedInstallerType: inno~NestedInstallerFiles:~- RelativeFilePath: a.exe |",
                "InstallerType: zip~NestedInstallerType: exe~NestedInstallerFiles:~- RelativeFilePath: a.exe | NOT_SILENT"
            })
    void whatCannotBeDeployedSaysWhy(String fields, @Nullable NotDeployable reason) {
        assertThat(hindrance(fields.replace('~', '\n') + "\n")).isEqualTo(reason);
    }

    @Test
    void theInstallerInAnArchiveIsWhatIsRun() {
        var installer = one("""
                InstallerType: zip
                NestedInstallerType: wix
                NestedInstallerFiles:
                - RelativeFilePath: ./Setup/64/Acme.msi
                """);
        assertThat(installer.nested()).isEqualTo(new NestedInstaller(InstallerType.WIX, "Setup\\64\\Acme.msi"));
        assertThat(installer.windowsInstaller()).isTrue();
        assertThat(installer.silentSwitches()).isEqualTo("/quiet /norestart");
    }

    @Test
    void whatMustNotBeElevatedIsInstalledForTheUser() {
        assertThat(one("InstallerType: inno\nElevationRequirement: elevationProhibited\n")
                        .scope())
                .isEqualTo(InstallScope.USER);
    }

    @ParameterizedTest
    @CsvSource({
        "exe, Acme_is1, Other_is1, Acme_is1",
        "exe, , Other_is1, Other_is1",
        "exe, Acme_is1, '{98D8E9D1-1F42-4A8C-9D31-5C3F0A7B1E22}', Acme_is1",
        "msi, Acme_is1, '{98D8E9D1-1F42-4A8C-9D31-5C3F0A7B1E22}', '{98D8E9D1-1F42-4A8C-9D31-5C3F0A7B1E22}'",
        "msi, '{00D8E9D1-1F42-4A8C-9D31-5C3F0A7B1E22}', '{98D8E9D1-1F42-4A8C-9D31-5C3F0A7B1E22}',"
                + " '{00D8E9D1-1F42-4A8C-9D31-5C3F0A7B1E22}'",
        "msi, Acme, Other, Acme"
    })
    void theInstallersOwnCodeCountsUnlessOnlyTheEntrysCanBeAProductCode(
            String type, @Nullable String own, String listed, String expected) {
        var code = own == null ? "" : "ProductCode: '%s'\n".formatted(own);
        assertThat(one("InstallerType: %s\n%sAppsAndFeaturesEntries:\n- ProductCode: '%s'\n"
                                .formatted(type, code, listed))
                        .productCode())
                .isEqualTo(expected);
    }

    @Test
    void theEntryWithTheInstallersCodeSaysWhatTheApplicationIsCalled() {
        var installer = one("""
                InstallerType: exe
                InstallerSwitches:
                  Silent: /s
                ProductCode: Acme
                AppsAndFeaturesEntries:
                - DisplayName: Acme Runtime
                  ProductCode: Runtime
                - DisplayName: Acme Studio
                  DisplayVersion: '2'
                  ProductCode: acme
                """);
        assertThat(installer.displayName()).isEqualTo("Acme Studio");
        assertThat(installer.displayVersion()).isEqualTo("2");
    }

    @Test
    void dependenciesAndUpgradesAreRead() {
        var rules = one("""
                        InstallerType: inno
                        UpgradeBehavior: uninstallPrevious
                        Dependencies:
                          WindowsFeatures: [netfx3]
                          PackageDependencies:
                          - PackageIdentifier: Microsoft.VCRedist.2015+.x64
                            MinimumVersion: 14.30
                          - PackageIdentifier: Microsoft.DotNet.DesktopRuntime.8
                        """).rules();
        assertThat(rules.upgrade()).isEqualTo(UpgradeBehavior.UNINSTALL_PREVIOUS);
        assertThat(rules.otherDependencies()).containsExactly("netfx3");
        assertThat(rules.dependencies())
                .containsExactly(
                        new AppDependency(new AppId("Microsoft.VCRedist.2015+.x64"), "14.30"),
                        new AppDependency(new AppId("Microsoft.DotNet.DesktopRuntime.8"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "6.1.7601.0, 1607",
        "10.0.0.0, 1607",
        "10.0.14393.0, 1607",
        "10.0.17763.0, 1809",
        "10.0.19041.0, 2004",
        "10.0.19042, 20H2",
        "10.0.19044.1288, Windows10_21H2",
        "10.0.20348.0, Windows11_21H2",
        "10.0.22000.0, Windows11_21H2",
        "10.0.26100.0, Windows11_24H2"
    })
    void theLeastWindowsIsTheOldestReleaseThatIsNewEnough(String version, String release) {
        assertThat(WindowsRelease.atLeast(version))
                .map(WindowsRelease::graphName)
                .hasValue(release);
    }
}
