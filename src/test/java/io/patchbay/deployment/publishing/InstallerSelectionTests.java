package io.patchbay.deployment.publishing;

import static io.patchbay.catalog.manifest.InstallerFieldsTests.installer;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Release;
import io.patchbay.catalog.manifest.InstallerFieldsTests;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.microsoft.intune.ReturnCode;
import io.patchbay.microsoft.intune.ReturnCode.Meaning;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which installer is published of those that a manifest has. */
@Tag("fast")
class InstallerSelectionTests {

    private static final String MACHINE = "InstallerType: inno\nScope: machine\n";

    private static Release release(String fields, String installers) {
        var read = InstallerFieldsTests.release(fields, installers);
        return new Release(
                new AppId("Acme.Tool"),
                read.name(),
                read.publisher(),
                read.description(),
                null,
                null,
                null,
                read.version(),
                read.locale(),
                null,
                Instant.EPOCH,
                false,
                read.installers());
    }

    private static String inLanguages(String... tags) {
        var all = new StringBuilder();
        for (var tag : tags) {
            all.append(installer("x64", "https://download.example.com/" + tag + ".exe"));
            all.append(tag.equals("none") ? "" : "  InstallerLocale: " + tag + "\n");
        }
        return all.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "ar-SA en-US, , en-US",
        "ar-SA en-US, de-DE, en-US",
        "ar-SA en-US, ar-SA, ar-SA",
        "ar-SA en-GB none, , en-GB",
        "ar-SA de-AT none, de-DE, de-AT",
        "ar-SA none, , ",
        "ar-SA none, fr-FR, ",
        "ar-SA fr-FR, , ar-SA",
        "de-AT de-DE, de-DE, de-DE",
        "none, de-DE, "
    })
    void theLanguageThatIsProposed(String offered, @Nullable String preferred, @Nullable String proposed) {
        var release = release(MACHINE, inLanguages(offered.split(" ")));
        assertThat(InstallerSelection.proposed(release, preferred))
                .contains(new InstallerChoice(Architecture.X64, InstallScope.MACHINE, proposed));
    }

    @ParameterizedTest
    @CsvSource({
        "ar-SA en-US, , en-US",
        "ar-SA de-DE en-US, de-DE, de-DE",
        "ar-SA de-AT en-US, de-DE, de-AT",
        "ar-SA none, de-DE, none",
        "ar-SA en-US, de-DE, -",
        "zh-TW, zh-CN, -",
        "pt-PT, pt-BR, pt-PT"
    })
    void aLanguageThatWasChosenIsKeptByUpdates(String offered, @Nullable String chosen, String taken) {
        var release = release(MACHINE, inLanguages(offered.split(" ")));
        var installer =
                InstallerSelection.of(release, new InstallerChoice(Architecture.X64, InstallScope.MACHINE, chosen));
        assertThat(installer.map(one -> one.fileName().replace(".exe", "")).orElse("-"))
                .isEqualTo(taken);
    }

    @Test
    void theDeviceComesBeforeTheUserAndArmLast() {
        var installers = new StringBuilder();
        for (var one : new String[] {"arm64 machine", "x64 user", "x86 machine", "x64 machine", "arm64 user"}) {
            var parts = one.split(" ");
            installers.append(installer(parts[0], "https://download.example.com/a.exe"));
            installers.append("  Scope: ").append(parts[1]).append('\n');
        }
        var choices = new ArrayList<String>();
        InstallerSelection.choices(release("InstallerType: inno\n", installers.toString()))
                .forEach(one -> choices.add(one.architecture() + " " + one.scope()));
        assertThat(choices).containsExactly("X64 MACHINE", "X86 MACHINE", "X64 USER", "ARM64 MACHINE", "ARM64 USER");
    }

    @Test
    void anInstallerThatCannotBeDeployedIsNoChoice() {
        var release = release(
                MACHINE,
                installer("x64", "https://download.example.com/a.exe")
                        + installer("x86", "http://download.example.com/b.exe"));
        assertThat(InstallerSelection.choices(release))
                .containsExactly(new InstallerChoice(Architecture.X64, InstallScope.MACHINE, null));
    }

    @Test
    void theManifestExplainsReturnCodesBesideAndBeforeTheUsualOnes() {
        var installer = release(MACHINE + """
                                InstallerSuccessCodes: [1, 17, 0x80070005]
                                ExpectedReturnCodes:
                                - InstallerReturnCode: 5
                                  ReturnResponse: rebootRequiredToFinish
                                - InstallerReturnCode: 6
                                  ReturnResponse: rebootInitiated
                                - InstallerReturnCode: 7
                                  ReturnResponse: installInProgress
                                - InstallerReturnCode: 8
                                  ReturnResponse: blockedByPolicy
                                - InstallerReturnCode: 1618
                                  ReturnResponse: contactSupport
                                """, installer("x64", "https://download.example.com/a.exe"))
                .installers()
                .getFirst();
        assertThat(ReturnCodes.of(installer))
                .containsExactlyInAnyOrder(
                        new ReturnCode(0, Meaning.SUCCESS),
                        new ReturnCode(1707, Meaning.SUCCESS),
                        new ReturnCode(3010, Meaning.SOFT_REBOOT),
                        new ReturnCode(1641, Meaning.HARD_REBOOT),
                        new ReturnCode(1618, Meaning.FAILED),
                        new ReturnCode(1, Meaning.SUCCESS),
                        new ReturnCode(17, Meaning.SUCCESS),
                        new ReturnCode(-2147024891, Meaning.SUCCESS),
                        new ReturnCode(5, Meaning.SOFT_REBOOT),
                        new ReturnCode(6, Meaning.HARD_REBOOT),
                        new ReturnCode(7, Meaning.RETRY),
                        new ReturnCode(8, Meaning.FAILED));
    }

    @ParameterizedTest
    @CsvSource({
        ", , , X64/MACHINE/en-US",
        "ARM64, , , ARM64/MACHINE/en-US",
        "X86, , , X64/MACHINE/en-US",
        ", USER, , X64/USER/de-DE",
        "ARM64, USER, , ARM64/MACHINE/en-US",
        ", , de-DE, X64/MACHINE/en-US",
        ", USER, de-AT, X64/USER/de-DE"
    })
    void theClosestKeepsArchitectureBeforeScopeBeforeLanguage(
            @Nullable Architecture architecture,
            @Nullable InstallScope scope,
            @Nullable String language,
            String expected) {
        var release = release(
                "InstallerType: inno\n",
                installer("x64", "https://download.example.com/1.exe") + "  Scope: machine\n  InstallerLocale: en-US\n"
                        + installer("x64", "https://download.example.com/2.exe")
                        + "  Scope: user\n  InstallerLocale: de-DE\n"
                        + installer("arm64", "https://download.example.com/3.exe")
                        + "  Scope: machine\n  InstallerLocale: en-US\n");
        assertThat(InstallerSelection.closest(release, architecture, scope, language))
                .hasValueSatisfying(one -> assertThat(one.architecture() + "/" + one.scope() + "/" + one.language())
                        .isEqualTo(expected));
    }
}
