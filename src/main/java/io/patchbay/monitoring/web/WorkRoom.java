package io.patchbay.monitoring.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much room this instance has to pack installers. */
@Component
class WorkRoom {

    private static final String WORK = "patchbay.deployment.work-directory";

    private final Path directory;

    WorkRoom(Environment environment) {
        this.directory = Binder.get(environment)
                .bind(WORK, Path.class)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "patchbay"));
    }

    Path directory() {
        return directory;
    }

    /** In megabytes; empty where the directory is not there yet and its parent neither. */
    Optional<Long> left() {
        var place = Files.isDirectory(directory)
                ? directory
                : directory.toAbsolutePath().getParent();
        try {
            return place == null
                    ? Optional.empty()
                    : Optional.of(DataSize.ofBytes(Files.getFileStore(place).getUsableSpace())
                            .toMegabytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
