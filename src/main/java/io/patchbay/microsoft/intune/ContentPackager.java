package io.patchbay.microsoft.intune;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Packs files as encrypted content of a Win32 application, in one pass and with bounded memory. */
@Component
public class ContentPackager {

    /** Writes the content to the file {@code into}, which is removed again when packing fails. */
    public PackedContent pack(List<PackedFile> files, Path into) throws IOException {
        files.forEach(ContentPackager::checkName);
        try (EncryptedFile encrypted = new EncryptedFile(into)) {
            try (ZipOutputStream zip = new ZipOutputStream(encrypted.clear())) {
                for (PackedFile file : files) {
                    add(zip, file);
                }
            }
            return encrypted.seal();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(into);
            throw e;
        }
    }

    private static void add(ZipOutputStream zip, PackedFile file) throws IOException {
        zip.putNextEntry(new ZipEntry(file.name()));
        try (InputStream content = file.open()) {
            content.transferTo(zip);
        }
        zip.closeEntry();
    }

    private static void checkName(PackedFile file) {
        String name = file.name();
        for (String part : name.split("/", -1)) {
            if (part.isBlank() || part.equals(".") || part.equals("..") || part.matches(".*[\\\\:].*")) {
                throw new IllegalArgumentException("Not a plain file name: " + name);
            }
        }
    }

    /** Whether the file is the whole content that belongs to these keys: its code, a keyed digest of it, is the one it had. */
    public boolean isOf(Path content, EncryptionInfo info) throws IOException {
        return EncryptedFile.isOf(content, info);
    }
}
