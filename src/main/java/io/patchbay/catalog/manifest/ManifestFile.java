package io.patchbay.catalog.manifest;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that may be a manifest.
 *
 * @param name without its folder
 * @param stamp what changes when the file does
 */
public record ManifestFile(String name, String stamp, Opening opening) {

    /** No manifest is larger. */
    static final int LARGEST = 512 * 1024;

    /** Opens the file. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** Its content, read no further than allowed whatever the file says its size is. */
    byte[] read() throws IOException, BadManifestException {
        try (var in = opening.open()) {
            var content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new BadManifestException("The file is larger than 512 KB");
            }
            return content;
        }
    }

    public static boolean mayBe(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
