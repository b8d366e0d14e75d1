package io.patchbay.operations;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.test.util.TestSocketUtils;

/** PgBouncer with the sample configuration, before a database of these tests. */
final class PgBouncer implements AutoCloseable {

    private static final Path BINARY = Path.of("/usr/sbin/pgbouncer");

    private final Process process;
    private final int port;
    private final String database;

    private PgBouncer(Process process, int port, String database) {
        this.process = process;
        this.port = port;
        this.database = database;
    }

    /** Whether Debian's package is installed. */
    static boolean isInstalled() {
        return Files.isExecutable(BINARY);
    }

    /** Starts one that has fewer connections to the database than its clients want. */
    static PgBouncer before(String jdbcUrl, int connections) throws IOException {
        var target = URI.create(jdbcUrl.substring("jdbc:".length()));
        var database = target.getPath().substring(1);
        var port = TestSocketUtils.findAvailableTcpPort();
        var folder = Files.createTempDirectory(
                "pgbouncer", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        folder.toFile().deleteOnExit();
        var users = Files.writeString(folder.resolve("userlist.txt"), "\"patchbay_app\" \"local\"\n");
        var settings = Files.readString(Path.of("src/deploy/pgbouncer/pgbouncer.ini"))
                        .replaceFirst(
                                "(?m)^patchbay = .*$",
                                "%s = host=127.0.0.1 port=%d dbname=%s".formatted(database, target.getPort(), database))
                        .replaceFirst("(?m)^listen_port = .*$", "listen_port = " + port)
                        .replaceFirst("(?m)^auth_file = .*$", "auth_file = " + users)
                        .replaceFirst("(?m)^auth_type = .*$", "auth_type = plain")
                        .replaceFirst("(?m)^default_pool_size = .*$", "default_pool_size = " + connections)
                + "unix_socket_dir =\n";
        var file = Files.writeString(folder.resolve("pgbouncer.ini"), settings);
        var command = new ArrayList<>(List.of(BINARY.toString(), file.toString()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(1, List.of("-u", "nobody"));
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/pgbouncer.log").toFile())
                .start();
        return new PgBouncer(process, port, database);
    }

    /** Whether it takes connections by now. */
    boolean isThere() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Its address for the portal. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
