package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.archive.UnusableArchiveException;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.Detection;
import io.patchbay.deployment.model.InstallCommands;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.microsoft.intune.PackedContent;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installer in an archive becomes content of its own, with all that lies beside it, and is run where it lies. */
@PortalTest
class ArchivedInstallerTests {

    private static final int HEAD = 48;

    @TempDir
    Path folder;

    private static InstallPlan plan() {
        var release = WellKnownPackages.read("""
                PackageIdentifier: Acme.Archived
                PackageVersion: 1.0
                PackageLocale: en-US
                Publisher: Acme
                PackageName: Archived
                License: MIT
                ShortDescription: A test.
                InstallerType: zip
                NestedInstallerType: inno
                NestedInstallerFiles:
                - RelativeFilePath: Setup/64/Acme.exe
                Scope: machine
                Installers:
                - Architecture: x64
                  InstallerUrl: https://download.example.com/acme.zip
                  InstallerSha256: 98B67758CEAFFCBB3FE47838FD0A8D7BD581C2650842D6B2B0E0D49A23270CCD
                ManifestType: singleton
                ManifestVersion: 1.6.0
                """);
        return WellKnownPackages.plan(
                release, WellKnownPackages.spec(Detection.OF_MANIFEST, InstallCommands.OF_MANIFEST));
    }

    private Path archive(String... names) throws IOException {
        var file = folder.resolve("acme.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** What Intune unpacks of it, texts by name. */
    private static TreeMap<String, String> unpacked(PackedContent content)
            throws IOException, GeneralSecurityException {
        var keys = content.info();
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(keys.encryptionKey(), "AES"),
                new IvParameterSpec(keys.initializationVector()));
        var all = Files.readAllBytes(content.file());
        var clear = cipher.doFinal(all, HEAD, all.length - HEAD);
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(clear))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void allOfTheArchiveAndTheScriptsGoIn(Portal portal) throws IOException, GeneralSecurityException {
        var plan = plan();
        var file = archive("readme.txt", "Setup/64/Acme.exe", "Setup/data.bin", "PATCHBAY-UNINSTALL.PS1");
        var files = unpacked(portal.bean(ContentSteps.class).packed(plan, file, folder.resolve("content")));
        assertThat(files)
                .containsOnlyKeys("readme.txt", "Setup/64/Acme.exe", "Setup/data.bin", InstallPlan.UNINSTALL_SCRIPT)
                .containsEntry("Setup/64/Acme.exe", "Setup/64/Acme.exe");
        assertThat(plan.installCommand()).startsWith("\"Setup\\64\\Acme.exe\" ").contains("/VERYSILENT");
        assertThat(plan.installer().setupFile()).isEqualTo("Setup\\64\\Acme.exe");
    }

    @Test
    void whatIntuneGetsIsTheArchiveUnpackedAndTheLineRunsTheNestedInstaller(Portal portal) throws IOException {
        var contoso = Deploying.begin(portal);
        var arm = new InstallerChoice(Architecture.ARM64, InstallScope.MACHINE);
        var id = contoso.publish(new AppId("CPUID.CPU-Z"), DeploymentSpec.of(new VersionChoice.Latest(0), arm));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        var app = contoso.apps().getFirst();
        var path = "CPUID.CPU-Z/2.17/cpu-z-arm64_2.17-en.zip";
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(contoso.intune().content(Contoso.TENANT, app.id())))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(files)
                .containsOnlyKeys("readme.txt", "Setup/64/setup.exe", "Setup/data.bin", InstallPlan.UNINSTALL_SCRIPT)
                .containsEntry("Setup/64/setup.exe", contoso.publishers().bytes(path + "/Setup/64/setup.exe"))
                .containsEntry("Setup/data.bin", contoso.publishers().bytes(path + "/Setup/data.bin"));
        assertThat(app.installCommand()).startsWith("\"Setup\\64\\setup.exe\" /VERYSILENT");
    }

    @Test
    void anArchiveWithoutTheInstallerIsRefusedAndLeavesNothing(Portal portal) throws IOException {
        var steps = portal.bean(ContentSteps.class);
        var file = archive("readme.txt");
        var into = folder.resolve("content");
        assertThatThrownBy(() -> steps.packed(plan(), file, into)).isInstanceOf(UnusableArchiveException.class);
        assertThat(into).doesNotExist();
    }
}
