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
 * @param workDirectory Directory in which installers are packed; the folder {@code patchbay} of the machine's
 *     temporary files unless set. It needs room for twice the size of the installers that are published at the same
 *     time.
 * @param installerAtMost Size above which an installer is refused.
 * @param synchronizeAt Time of day, in UTC, from which environments are synchronized.
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
