package io.patchbay.deployment.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.InstallerType;
import io.patchbay.catalog.manifest.VersionKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which entry a device takes for the product and by which command it is uninstalled, mirrored from the scripts. */
@Tag("fast")
class DeviceDecisionTests {

    private static final int PRODUCT_COLUMNS = 8;

    static Stream<List<String>> decisions() throws IOException {
        return UninstallEntry.rows(Path.of("src/test/resources/device/uninstall-decisions.txt")).stream();
    }

    static InstalledProduct product(List<String> row) {
        return new InstalledProduct(
                new AppId("Some.App"),
                List.of(row.get(0).split(";")),
                List.of(row.get(1).split(";")),
                row.get(2),
                row.get(3).isEmpty() ? null : row.get(3),
                "yes".equals(row.get(4)),
                "any".equals(row.get(5))
                        ? null
                        : InstallScope.valueOf(row.get(5).toUpperCase(Locale.ROOT)),
                Architecture.valueOf(row.get(6)),
                InstallerType.valueOf(row.get(7).toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void theProductAndNoNeighborIsUninstalled(List<String> row) throws IOException {
        assertThat(row).hasSize(PRODUCT_COLUMNS + 1);
        assertThat(new ScriptMirror(product(row)).uninstall(UninstallEntry.all()))
                .isEqualTo(row.getLast());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KeePassXC | KeePassXC Team | 2.7.10 | wix"
                        + " | keepassxc: msiexec.exe /X{3E2D1C0B-9A8F-4E7D-8C6B-5A4F3E2D1C0B} /qn /norestart",
                "KeePassXC | KeePassXC Team | 2.7.9 | wix | none",
                "KeePassXC | KeePassXC Team | 2.7.8 | wix | none",
                "KeePassXC | Somebody | 2.7.10 | wix | none",
                "PuTTY | Simon Tatham | 0.84 | wix | several: putty, putty-x86",
                "PuTTY | Simon Tatham | 0.81 | wix | none",
                "VLC media player | VideoLAN | 3.0.22 | nullsoft"
                        + " | vlc: C:\\Program Files\\VideoLAN\\VLC\\uninstall.exe /S",
                "VLC media player | VideoLAN | 3.0.22 | exe | unknown: vlc"
            })
    void onlyAnOlderVersionOfTheProductGoesBeforeTheInstallation(
            String name, String publisher, String version, String technology, String decision) throws IOException {
        var product = product(List.of(name, publisher, version, "", "no", "machine", "X64", technology));
        assertThat(new ScriptMirror(product).replace(UninstallEntry.all())).isEqualTo(decision);
    }

    @Test
    void everyEntryIsToldFromAllOthersByItsNameAndPublisher() throws IOException {
        var entries = UninstallEntry.all();
        assertThat(entries).hasSizeGreaterThanOrEqualTo(60);
        assertThat(entries).extracting(UninstallEntry::id).doesNotHaveDuplicates();
        for (var entry : entries) {
            if (entry.systemComponent() || entry.publisher().isEmpty()) {
                continue;
            }
            var product = product(List.of(
                    entry.displayName().replace(";", ","),
                    entry.publisher(),
                    entry.displayVersion(),
                    "",
                    "no",
                    "any",
                    "NEUTRAL",
                    "exe"));
            assertThat(new ScriptMirror(product).detect(entries)).containsExactly(entry.id());
        }
    }

    @Test
    void theMirrorHasThePatternsOfTheScripts() {
        var scripts = ScriptMirror.scripts();
        for (var pattern : ScriptMirror.PATTERNS) {
            assertThat(scripts).contains("'" + pattern);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"C:\\Program Files\\A B\\unins.exe\" /x \"y z\" | C:\\Program Files\\A B\\unins.exe | /x \"y z\"",
                "C:\\Program Files\\A B\\unins.exe /x | C:\\Program Files\\A B\\unins.exe | /x",
                "C:\\Program Files\\A B\\unins.exe | C:\\Program Files\\A B\\unins.exe | ``",
                "C:\\Apps\\x.exe.old\\unins.EXE -q | C:\\Apps\\x.exe.old\\unins.EXE | -q",
                "rundll32 setupapi,InstallHinfSection | rundll32 | setupapi,InstallHinfSection",
                "MsiExec.exe /X{00000000-0000-0000-0000-000000000000} | MsiExec.exe | /X{00000000-0000-0000-0000-000000000000}",
                "%ProgramFiles%\\A\\u.cmd a b | %ProgramFiles%\\A\\u.cmd | a b"
            })
    void aCommandLineIsTakenApartWithoutAShell(String line, String file, String arguments) {
        assertThat(ScriptMirror.split(line)).contains(new ScriptMirror.Command(file, arguments));
        assertThat(CommandLine.of(line)).isEqualTo(new CommandLine(file, arguments));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "C:\\Program Files\\A B\\unins /x",
                "\"C:\\Program Files\\A B\\unins.exe",
                "C:\\A B\\unins.exe\" /x",
                "``"
            })
    void whatCannotBeReadIsNotGuessed(String line) {
        assertThat(ScriptMirror.split(line)).isEmpty();
    }

    @Test
    void versionsHaveTheOrderOfTheCatalog() {
        var versions = List.of(
                "1.0",
                "1",
                "1.0.0.0",
                "1.0-beta",
                "1.0-beta2",
                "1.0.1",
                "1.10",
                "1.9",
                "v1.2",
                "1.2",
                "5.17.11 (34827)",
                "5.17.11",
                "5.17.2",
                "24.09",
                "24.9",
                "24.09.00.0",
                "2.33.1.windows.1",
                "2.33.1",
                "8u431",
                "0.9",
                "0",
                "Version 3.4",
                "r5",
                "beta",
                "1.0.beta",
                "2024-01-02",
                "22.01 ZS v1.5.5 R3",
                "22.01",
                "1.2.",
                "1..2");
        for (var one : versions) {
            for (var other : versions) {
                assertThat(Integer.signum(ScriptMirror.compare(one, other)))
                        .as(one + " against " + other)
                        .isEqualTo(Integer.signum(Arrays.compareUnsigned(VersionKey.of(one), VersionKey.of(other))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Google LLC', 'Google, Inc.', true",
        "'Zoom Communications, Inc.', 'ZOOM COMMUNICATIONS', true",
        "'Zoom', 'Zoom Video Communications, Inc.', false",
        "'Acme', 'Acme Labs', false",
        "'JetBrains s.r.o.', 'JetBrains', true",
        "'Inc', 'LLC', false",
        "'北京度友科技有限公司', '北京度友科技有限公司', true"
    })
    void publishersAreTheSameButForPunctuationAndLegalForm(String one, String other, boolean same) {
        assertThat(ScriptMirror.plainPublisher(one).equals(ScriptMirror.plainPublisher(other)))
                .isEqualTo(same);
    }

    @Test
    void anOlderVersionIsNotDetectedAndANewerOneIs() throws IOException {
        var entries = UninstallEntry.all();
        var expected = Map.of("6.6.19875", List.of("zoom"), "6.6.20000", List.<String>of(), "6.0", List.of("zoom"));
        expected.forEach((version, ids) -> assertThat(new ScriptMirror(product(List.of(
                                "Zoom Workplace", "Zoom Communications", version, "", "no", "machine", "X64", "wix")))
                        .detect(entries))
                .isEqualTo(ids));
    }
}
