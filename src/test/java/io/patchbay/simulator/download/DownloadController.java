package io.patchbay.simulator.download;

import io.patchbay.simulator.SimulatorController;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /download/{package}/{version}/{file}}: the files of all versions that are published; and all manifests as a zip file. */
@SimulatorController
final class DownloadController {

    private static final int SLOW_BLOCK_MILLIS = 500;

    private final Downloads downloads;

    DownloadController(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/download/manifests.zip")
    void manifests(HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        ManifestFolders.zip(downloads.folder(), response.getOutputStream());
    }

    @GetMapping("/download/{app}/{version}/{file}")
    void file(
            @PathVariable String app,
            @PathVariable String version,
            @PathVariable String file,
            HttpServletResponse response)
            throws IOException {
        var failing = downloads.failing(app);
        if (failing.fault() == DownloadFault.NOT_FOUND
                || !downloads.versions(app).contains(version)) {
            response.setStatus(404);
        } else if (failing.fault() == DownloadFault.UNAVAILABLE) {
            response.setHeader("Retry-After", "7");
            response.setStatus(503);
        } else {
            response.setContentType("application/octet-stream");
            send(new GeneratedFile(app + "/" + version + "/" + file), failing, response);
        }
    }

    private static void send(GeneratedFile file, Downloads.Failing failing, HttpServletResponse response)
            throws IOException {
        var out = response.getOutputStream();
        switch (failing.fault()) {
            case TOO_LARGE -> {
                response.setContentLengthLong(failing.size());
                file.write(out, failing.size());
            }
            case WRONG_BYTES -> {
                response.setContentLengthLong(file.size());
                new GeneratedFile(file.name() + "?").write(out, file.size());
            }
            case SLOW -> {
                response.setContentLengthLong(file.size());
                file.writeTo(new Slow(out));
            }
            case NONE, NOT_FOUND, UNAVAILABLE -> {
                response.setContentLengthLong(file.size());
                file.writeTo(out);
            }
        }
    }

    /** Waits before each block. */
    private static final class Slow extends FilterOutputStream {

        Slow(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                Thread.sleep(SLOW_BLOCK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            out.write(bytes, from, length);
            out.flush();
        }
    }
}
