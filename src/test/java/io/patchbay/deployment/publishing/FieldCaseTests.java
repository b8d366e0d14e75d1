package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.NotDeployable;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.microsoft.intune.ReturnCode;
import io.patchbay.microsoft.intune.ReturnCode.Meaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Manifests that went wrong once, from their file to what Intune is told. Case 08 is in {@code VersionKeyTests}, 11 in
 * {@code ApiProblemTests} and 13 in {@code NotificationTests}.
 */
@Tag("fast")
class FieldCaseTests {

    private static Release release(String name) throws IOException {
        return WellKnownPackages.read(Files.readString(Path.of("src/test/resources/cases", name + ".yaml")));
    }

    private static Installer only(String name) throws IOException {
        var release = release(name);
        assertThat(release.installers()).hasSize(1);
        var choice = InstallerSelection.proposed(release, null).orElseThrow();
        return InstallerSelection.of(release, choice).orElseThrow();
    }

    @Test
    void englishIsPublishedWhereArabicComesFirst() throws IOException {
        var release = release("01-languages");
        assertThat(InstallerSelection.choices(release))
                .extracting(InstallerChoice::language)
                .containsExactly("ar-SA", "en-US");
        var proposed = InstallerSelection.proposed(release, null).orElseThrow();
        assertThat(proposed.language()).isEqualTo("en-US");
        assertThat(InstallerSelection.of(release, proposed).orElseThrow().fileName())
                .isEqualTo("en.exe");
        var arabic = InstallerSelection.proposed(release, "ar-SA").orElseThrow();
        assertThat(InstallerSelection.of(release, arabic).orElseThrow().fileName())
                .isEqualTo("ar.exe");
    }

    @Test
    void successCodesAndRestartsReachIntune() throws IOException {
        assertThat(ReturnCodes.of(only("03-success-codes")))
                .containsAll(ReturnCode.USUAL)
                .contains(
                        new ReturnCode(1, Meaning.SUCCESS),
                        new ReturnCode(17, Meaning.SUCCESS),
                        new ReturnCode(5, Meaning.SOFT_REBOOT));
    }

    @Test
    void bracketsAndBarsInAnAddressAreEncoded() throws IOException {
        assertThat(only("05-url-brackets").url())
                .hasToString("https://download.example.com/%5BAcme%5D-Setup.exe?n=4%7Cx");
    }

    @Test
    void theInstallerOverHttpsIsTakenAndTheOtherListed() throws IOException {
        var release = release("06-one-http-installer");
        assertThat(release.installers())
                .extracting(one -> one.notDeployable().orElse(null))
                .containsExactly(null, NotDeployable.NOT_HTTPS);
        assertThat(InstallerSelection.choices(release))
                .extracting(InstallerChoice::architecture)
                .containsExactly(Architecture.X64);
    }

    @Test
    void aReturnCodeInHexadecimalIsTheNumberThatWindowsReports() throws IOException {
        assertThat(ReturnCodes.of(only("07-hex-return-code"))).contains(new ReturnCode(-2147024891, Meaning.SUCCESS));
    }

    @Test
    void silentWithProgressIsUsedWhereThereIsNoSilent() throws IOException {
        assertThat(InstallPlan.install(only("15-silent-with-progress"))).isEqualTo("\"{file}\" /quiet");
    }
}
