package io.patchbay.deployment.publishing;

import java.nio.file.Path;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How applications are published.
 *
 * @param workDirectory where installers are packed; it needs room for twice the installers that are published at a time; the machine's
 *     temporary files where it is not set
 * @param installerAtMost the size above which an installer is refused
 * @param synchronizeAt the time of day, in UTC, from which environments are synchronized
 */
@ConfigurationProperties("patchbay.deployment")
public record DeploymentProperties(
        @Nullable Path workDirectory,
        @DefaultValue("8GB") DataSize installerAtMost,
        @DefaultValue("02:00") LocalTime synchronizeAt) {

    /** Where installers are packed; by default a folder among the machine's temporary files. */
    Path work() {
        return workDirectory == null ? Path.of(System.getProperty("java.io.tmpdir"), "patchbay") : workDirectory;
    }
}
