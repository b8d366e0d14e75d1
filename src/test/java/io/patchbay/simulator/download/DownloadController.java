package io.patchbay.simulator.download;

import io.patchbay.simulator.SimulatorController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /download/{package}/{version}/{file}}, an installer, and {@code /download/icons/{package}.png}. */
@SimulatorController
final class DownloadController {
    private static final String ROOT = "/download/";

    private final Publishers publishers;

    DownloadController(Publishers publishers) {
        this.publishers = publishers;
    }

    @GetMapping(value = ROOT + "icons/{app}.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> icon(@PathVariable("app") String app) {
        return switch (publishers.fault(app)) {
            case NOT_FOUND -> ResponseEntity.notFound().build();
            case UNAVAILABLE -> ResponseEntity.status(503).build();
            case WRONG_BYTES, BROKEN_OFF -> ResponseEntity.ok(DrawnIcon.png(app + "?"));
            case NONE -> ResponseEntity.ok(DrawnIcon.png(app));
        };
    }

    @GetMapping(ROOT + "**")
    void download(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(ROOT.length());
        String app = URLDecoder.decode(path.split("/")[0], StandardCharsets.UTF_8);
        publishers.served();
        InstallerBytes file = publishers.file(path);
        switch (publishers.fault(app)) {
            case NOT_FOUND -> response.setStatus(404);
            case UNAVAILABLE -> {
                response.setStatus(503);
                response.setHeader("Retry-After", "1");
            }
            case WRONG_BYTES -> new InstallerBytes(path + "?", file.size()).writeTo(response.getOutputStream());
            case BROKEN_OFF -> {
                response.setContentLengthLong(file.size() + 1);
                file.writeTo(response.getOutputStream());
            }
            case NONE -> {
                response.setContentType("application/octet-stream");
                response.setContentLengthLong(file.size());
                file.writeTo(response.getOutputStream());
            }
        }
    }
}
