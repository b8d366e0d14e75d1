package io.patchbay.simulator.download;

import io.patchbay.simulator.SimulatorController;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /download/manifests.zip}: all manifests in one file, as GitHub packs a repository. */
@SimulatorController
final class ManifestsController {

    private final Publishers publishers;

    ManifestsController(Publishers publishers) {
        this.publishers = publishers;
    }

    @GetMapping("/download/manifests.zip")
    void manifests(HttpServletResponse response) throws IOException {
        Path root = publishers.folder();
        response.setContentType("application/zip");
        try (var zip = new ZipOutputStream(response.getOutputStream());
                var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry("winget-pkgs-master/manifests/" + root.relativize(file)));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
