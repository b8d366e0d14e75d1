package io.patchbay.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Secrets that lie in files, as Docker and Kubernetes hand them over, are settings like any other. */
@Tag("fast")
class SecretFilesTests {

    @TempDir
    private Path secrets;

    @Test
    void aFileIsASettingOfItsName() throws IOException {
        Files.writeString(secrets.resolve("spring.datasource.password"), "of the portal\n");
        Files.writeString(secrets.resolve("spring.flyway.password"), "of the owner");
        Files.writeString(secrets.resolve("patchbay.event.key-secret"), "short\n");
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("spring.config.import", "optional:configtree:" + secrets + "/")));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);

        var database = DatabaseSettings.of(environment);
        assertThat(List.of(database.portal().password(), database.owner().password()))
                .containsExactly("of the portal", "of the owner");
        assertThat(SettingsCheck.problems(environment))
                .anyMatch(problem -> problem.startsWith("Set patchbay.event.key-secret to a random text"));
    }
}
