package io.patchbay.catalog.source;

import io.patchbay.outbound.DownloadOutcome;
import io.patchbay.outbound.Downloads;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Opens the source that the installation names: a folder, a zip file, or a zip file that is fetched first. */
@Component
public class Sources {

    private static final long LARGEST_ZIP = 2L << 30;

    private final CatalogProperties properties;
    private final Downloads downloads;

    public Sources(CatalogProperties properties, Downloads downloads) {
        this.properties = properties;
        this.downloads = downloads;
    }

    public void each(ManifestSource.Taker taker) throws SourceException {
        var source = properties.source().strip();
        if (source.startsWith("https://")) {
            fetched(URI.create(source), taker);
        } else {
            local(Path.of(source)).each(taker);
        }
    }

    private static ManifestSource local(Path path) {
        return Files.isRegularFile(path) ? new ZipSource(path) : new FolderSource(path);
    }

    private void fetched(URI address, ManifestSource.Taker taker) throws SourceException {
        try {
            var file = Files.createTempFile("patchbay-catalog", ".zip");
            try {
                fetch(address, file);
                new ZipSource(file).each(taker);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new SourceException("The zip file can't be stored: " + e);
        }
    }

    private void fetch(URI address, Path into) throws IOException, SourceException {
        switch (downloads.fetch(address, into, LARGEST_ZIP)) {
            case DownloadOutcome.Fetched fetched -> {}
            case DownloadOutcome.Answered(var status, var retryAfter) ->
                throw new SourceException("The zip file's server returned " + status);
            case DownloadOutcome.TooLarge() -> throw new SourceException("The zip file is larger than 2 GB");
            case DownloadOutcome.Refused(var reason) ->
                throw new SourceException("The zip file's address isn't allowed: " + reason);
            case DownloadOutcome.Unreachable(var cause) ->
                throw new SourceException("The zip file's server can't be reached: " + cause);
        }
    }
}
