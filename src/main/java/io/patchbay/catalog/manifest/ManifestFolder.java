package io.patchbay.catalog.manifest;

import io.patchbay.platform.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A folder with manifests in it: usually those of one version.
 *
 * @param place its path in the source
 */
public record ManifestFolder(String place, List<ManifestFile> files) {

    /** More manifests than that in one folder are not read. */
    static final int MOST_FILES = 2_000;

    private static final int FINGERPRINT_BYTES = 16;

    public ManifestFolder {
        files = files.stream().sorted(Comparator.comparing(ManifestFile::name)).toList();
    }

    /** What stays the same while none of its files changes. */
    public String fingerprint() {
        var digest = Sha256.begin();
        for (var file : files) {
            digest.update((file.name() + "|" + file.stamp() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
    }
}
