package io.patchbay.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.test.util.TestSocketUtils;

/** A new and empty PostgreSQL server of Debian's package, whose client programs fit it. */
final class DebianPostgres implements AutoCloseable {

    private static final String ADMINISTRATOR = "postgres";
    private static final int MINUTES = 2;

    private final Path folder;
    private final int port = TestSocketUtils.findAvailableTcpPort();

    private DebianPostgres(Path folder) {
        this.folder = folder;
    }

    /** Whether server and client are installed. */
    static boolean isInstalled() {
        return binaries().isPresent();
    }

    private static Optional<Path> binaries() {
        try (var versions = Files.newDirectoryStream(Path.of("/usr/lib/postgresql"))) {
            var all = new ArrayList<Path>();
            versions.forEach(version -> all.add(version.resolve("bin")));
            return all.stream()
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_dump")))
                    .max(Comparator.comparing(bin ->
                            Integer.parseInt(bin.getParent().getFileName().toString())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static DebianPostgres start() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("debian-postgres");
        var server = new DebianPostgres(folder);
        server.run(Map.of(), "chown", ADMINISTRATOR, folder.toString());
        server.runAsServer("initdb", "--auth=trust", "--no-sync", "--pgdata=" + folder.resolve("data"));
        server.runAsServer(
                "pg_ctl",
                "--wait",
                "--pgdata=" + folder.resolve("data"),
                "--log=" + folder.resolve("log"),
                "--options=-c listen_addresses=127.0.0.1 -c fsync=off -c port=%d -c unix_socket_directories=%s"
                        .formatted(server.port, folder),
                "start");
        return server;
    }

    /** JDBC address of a database. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Runs one of the scripts as this role; what it printed. */
    String script(String user, String database, String... command) throws IOException, InterruptedException {
        return run(
                Map.of("PGHOST", "127.0.0.1", "PGPORT", String.valueOf(port), "PGUSER", user, "PGDATABASE", database),
                command);
    }

    /** Runs SQL as the administrator. */
    void sql(String database, String sql) throws IOException, InterruptedException {
        script(ADMINISTRATOR, database, "psql", "--quiet", "--set=ON_ERROR_STOP=1", "--command=" + sql);
    }

    private void runAsServer(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", ADMINISTRATOR, "--"));
        }
        command.add(binaries().orElseThrow().resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        run(Map.of(), command.toArray(String[]::new));
    }

    private String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("output", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var path = builder.environment().getOrDefault("PATH", "");
        builder.environment().put("PATH", binaries().orElseThrow() + ":" + path);
        var process = builder.start();
        var ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        var said = Files.readString(output);
        Files.delete(output);
        if (!ended || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ":\n" + said);
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        try {
            runAsServer("pg_ctl", "--mode=immediate", "--pgdata=" + folder.resolve("data"), "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
