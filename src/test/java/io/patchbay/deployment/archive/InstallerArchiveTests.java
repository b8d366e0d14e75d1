package io.patchbay.deployment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.deployment.archive.InstallerArchive.ArchivedFile;
import io.patchbay.deployment.archive.UnusableArchiveException.ArchiveFault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive gives what is in it, and nothing beyond. */
@Tag("fast")
class InstallerArchiveTests {

    private static final long PLENTY = 1L << 40;

    @TempDir
    Path folder;

    private Path zip(Charset charset, String... names) throws IOException {
        var file = folder.resolve("archive.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), charset)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static ArchiveFault fault(ThrowingOpening opening) {
        try {
            opening.open();
            throw new AssertionError("It can be used");
        } catch (UnusableArchiveException e) {
            return e.fault();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private interface ThrowingOpening {
        void open() throws IOException;
    }

    @Test
    void theInstallerIsFoundBesideItsFilesHoweverItsPathIsWritten() throws IOException {
        var file = zip(StandardCharsets.UTF_8, "readme.txt", "Setup\\x64\\Acme.msi", "Setup/data.cab", "empty/");
        try (var archive = InstallerArchive.open(file, PLENTY)) {
            assertThat(archive.files())
                    .extracting(ArchivedFile::path)
                    .containsExactly("readme.txt", "Setup/x64/Acme.msi", "Setup/data.cab");
            var installer = archive.file("setup\\X64\\acme.MSI");
            assertThat(archive.content(installer).readAllBytes()).asString().isEqualTo("Setup\\x64\\Acme.msi");
            assertThat(fault(() -> archive.file("Other.msi"))).isEqualTo(ArchiveFault.MISSING);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.exe",
                "a/../../evil.exe",
                "a\\..\\..\\evil.exe",
                "/evil.exe",
                "\\\\host\\share\\evil.exe",
                "C:\\evil.exe",
                "a/./b.exe",
                "a//b.exe",
                "con",
                "a/NUL.txt",
                "a/b.",
                "a /b.exe",
                "a\u0001b",
                "a:b"
            })
    void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        var file = zip(StandardCharsets.UTF_8, "setup.exe", name);
        assertThat(fault(() -> InstallerArchive.open(file, PLENTY))).isEqualTo(ArchiveFault.BAD_NAME);
    }

    @Test
    void namesThatAreTheSameOnWindowsAreRefused() throws IOException {
        var file = zip(StandardCharsets.UTF_8, "setup.exe", "SETUP.EXE");
        assertThat(fault(() -> InstallerArchive.open(file, PLENTY))).isEqualTo(ArchiveFault.BAD_NAME);
    }

    @Test
    void namesOfOldArchivesCanBeRead() throws IOException {
        var file = zip(Charset.forName("IBM437"), "größe.exe");
        try (var archive = InstallerArchive.open(file, PLENTY)) {
            assertThat(archive.file("größe.exe")).isNotNull();
        }
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("page.zip"), "<html>not found</html>");
        assertThat(fault(() -> InstallerArchive.open(file, PLENTY))).isEqualTo(ArchiveFault.UNREADABLE);
    }

    @Test
    void moreFilesThanAllowedAreRefused() throws IOException {
        var names = new String[InstallerArchive.MOST_FILES + 1];
        for (int i = 0; i < names.length; i++) {
            names[i] = "f" + i;
        }
        var file = zip(StandardCharsets.UTF_8, names);
        assertThat(fault(() -> InstallerArchive.open(file, PLENTY))).isEqualTo(ArchiveFault.TOO_MANY_FILES);
    }

    /** Zeros, which take next to nothing in the archive. */
    private Path zeros(long size) throws IOException {
        var file = folder.resolve("zeros.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("setup.exe"));
            var block = new byte[1 << 20];
            for (long written = 0; written < size; written += block.length) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        return file;
    }

    @Test
    void whatGrowsBeyondMeasureIsRefused() throws IOException {
        var file = zeros(InstallerArchive.SMALL + (1 << 20));
        assertThat(fault(() -> InstallerArchive.open(file, PLENTY))).isEqualTo(ArchiveFault.TOO_LARGE);
    }

    @Test
    void anArchiveThatLiesAboutSizesIsReadNoFurtherThanAllowed() throws IOException {
        var file = zeros(4 << 20);
        var bytes = Files.readAllBytes(file);
        for (int at = bytes.length - 22 - 46 - "setup.exe".length(); at < bytes.length - 22; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1 && bytes[at + 3] == 2) {
                for (int of = 0; of < 4; of++) {
                    bytes[at + 24 + of] = (byte) (of == 0 ? 9 : 0);
                }
            }
        }
        Files.write(file, bytes);
        try (var archive = InstallerArchive.open(file, 1 << 20)) {
            assertThatThrownBy(() ->
                            archive.content(archive.files().getFirst()).transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(UnusableArchiveException.class);
        }
    }
}
