package io.patchbay.microsoft.intune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipInputStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class ContentPackagerTests {

    @TempDir
    Path folder;

    @Test
    void packedFilesCanBeCheckedAndDecryptedWithTheKeysGiven() throws Exception {
        byte[] installer = new byte[300_001];
        new Random(7).nextBytes(installer);
        Path source = Files.write(folder.resolve("source"), installer);
        PackedContent packed = new ContentPackager()
                .pack(
                        List.of(
                                new PackedFile.OnDisk("setup.exe", source),
                                new PackedFile.InMemory("run.ps1", new byte[] {1, 2})),
                        folder.resolve("content"));
        EncryptionInfo info = packed.info();
        byte[] all = Files.readAllBytes(packed.file());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(info.macKey(), "HmacSHA256"));
        assertThat(mac.doFinal(Arrays.copyOfRange(all, 32, all.length)))
                .isEqualTo(Arrays.copyOf(all, 32))
                .isEqualTo(info.mac());
        assertThat(Arrays.copyOfRange(all, 32, 48)).isEqualTo(info.initializationVector());
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(info.encryptionKey(), "AES"),
                new IvParameterSpec(info.initializationVector()));
        byte[] clear = cipher.doFinal(all, 48, all.length - 48);
        assertThat(MessageDigest.getInstance("SHA-256").digest(clear)).isEqualTo(info.fileDigest());
        assertThat(packed.size()).isEqualTo(clear.length);
        assertThat(packed.sizeEncrypted()).isEqualTo(all.length);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(clear))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("setup.exe");
            assertThat(zip.readAllBytes()).isEqualTo(installer);
            assertThat(zip.getNextEntry().getName()).isEqualTo("run.ps1");
            assertThat(zip.readAllBytes()).containsExactly(1, 2);
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void aFailureLeavesNoFileBehind() {
        Path into = folder.resolve("content");
        List<PackedFile> missing = List.of(new PackedFile.OnDisk("a.exe", folder.resolve("missing")));
        assertThatThrownBy(() -> new ContentPackager().pack(missing, into)).isInstanceOf(java.io.IOException.class);
        assertThat(into).doesNotExist();
    }

    @Test
    void aNameWithAFolderIsRefused() {
        List<PackedFile> files = List.of(new PackedFile.InMemory("../a.exe", new byte[1]));
        assertThatThrownBy(() -> new ContentPackager().pack(files, folder.resolve("content")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKeysAreNotInTheText() throws Exception {
        PackedContent packed = new ContentPackager()
                .pack(List.of(new PackedFile.InMemory("a", new byte[1])), folder.resolve("content"));
        assertThat(packed.toString()).contains("keys not shown").doesNotContain("[B@");
    }
}
