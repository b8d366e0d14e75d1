package io.patchbay.catalog;

import io.patchbay.catalog.manifest.IconAddress;
import io.patchbay.catalog.search.AppCard;
import io.patchbay.catalog.store.IconStore;
import io.patchbay.outbound.DownloadOutcome.Fetched;
import io.patchbay.outbound.Downloads;
import io.patchbay.platform.crypto.Sha256;
import io.patchbay.platform.image.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The icons that manifests name. Each is fetched once, under the same rules as installers, drawn anew and kept; one that
 * cannot be had is tried again a day later, and a letter stands for it meanwhile.
 */
@Service
public class CatalogIcons {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogIcons.class);

    private static final int AT_ONCE = 500;
    private static final int SIDE = 128;
    private static final Duration TRY_AGAIN = Duration.ofDays(1);

    private final IconStore rows;
    private final Downloads downloads;
    private final Clock clock;

    CatalogIcons(IconStore rows, Downloads downloads, Clock clock) {
        this.rows = rows;
        this.downloads = downloads;
        this.clock = clock;
    }

    /**
     * Fetches what is wanted, up to five hundred. Must not be called inside a transaction.
     *
     * @throws IOException where nothing can be written to the temporary folder
     */
    public void fetch() throws IOException {
        for (var icon : rows.wanted(clock.instant(), AT_ONCE)) {
            var picture = drawn(icon);
            if (picture.isPresent()) {
                rows.store(icon, digest(picture.get()), picture.get());
            } else {
                rows.failed(icon, clock.instant().plus(TRY_AGAIN));
            }
        }
        rows.deleteUnused();
    }

    private Optional<Picture> drawn(IconAddress icon) throws IOException {
        var file = Files.createTempFile("patchbay-icon", null);
        try {
            var outcome = downloads.fetch(icon.url(), file, Picture.BYTES_AT_MOST);
            if (outcome instanceof Fetched(var size, var sha256)
                    && (icon.sha256() == null || icon.sha256().equals(sha256))) {
                return picture(icon, file);
            }
            LOG.info("The icon {} couldn't be downloaded: {}", icon.url(), outcome);
            return Optional.empty();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Optional<Picture> picture(IconAddress icon, Path file) throws IOException {
        try {
            return Optional.of(Picture.of(Files.readAllBytes(file), SIDE, SIDE));
        } catch (Picture.UnusableException e) {
            LOG.info("The icon {} cannot be drawn: {}", icon.url(), e.messageKey());
            return Optional.empty();
        }
    }

    private static String digest(Picture picture) {
        return HexFormat.of().formatHex(Sha256.begin().digest(picture.content()));
    }

    /** The icon with that digest, as {@link AppCard#icon()} gives it. */
    @Transactional(readOnly = true)
    public Optional<Picture> find(String digest) {
        return rows.find(digest);
    }

    /** The application's icon, where there is one. */
    @Transactional(readOnly = true)
    public Optional<Picture> of(AppId app) {
        return rows.of(app);
    }
}
