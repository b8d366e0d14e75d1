package io.patchbay.portability.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a file is, and what is in it.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format: raised where a reader of the one before would misunderstand it, not where fields are added
 * @param product the version of Patchbay that wrote it
 * @param portal the address of the installation that wrote it
 * @param tenantId the tenant whose connection it was
 * @param files everything else in it but the signature
 */
public record Manifest(
        String format,
        int version,
        String product,
        Instant exportedAt,
        String exportedBy,
        String portal,
        UUID companyId,
        String companyName,
        UUID environmentId,
        String environmentName,
        UUID tenantId,
        String tenantName,
        List<ManifestFile> files) {

    /** By which a file is known. */
    public static final String FORMAT = "patchbay-connection-copy";

    /** What is written now. */
    public static final int VERSION = 1;

    static final String NAME = "manifest.json";
    static final String SIGNATURE = "manifest.jws";

    /**
     * A file in it.
     *
     * @param size in bytes
     * @param sha256 its SHA-256, hexadecimal
     */
    public record ManifestFile(String name, long size, String sha256) {}

    /** The same with these files. */
    public Manifest with(List<ManifestFile> others) {
        return new Manifest(
                format,
                version,
                product,
                exportedAt,
                exportedBy,
                portal,
                companyId,
                companyName,
                environmentId,
                environmentName,
                tenantId,
                tenantName,
                List.copyOf(others));
    }
}
