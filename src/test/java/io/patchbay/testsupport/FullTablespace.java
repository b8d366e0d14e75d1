package io.patchbay.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A tablespace on a disk of its own without room: what a database says where its disk is full, from the kernel. It takes root,
 * and a server on this machine.
 */
public final class FullTablespace implements AutoCloseable {

    private static final String NAME = "without_room";
    private static final String SIZE = "size=16m";
    private static final String FILLER = "filler";

    private final TestDatabase database;
    private final Path disk;
    private List<String> tables = List.of();

    public FullTablespace(TestDatabase database) throws IOException, InterruptedException {
        this.database = database;
        this.disk = Files.createTempDirectory("full-disk");
        run("mount", "-t", "tmpfs", "-o", SIZE, "none", disk.toString());
        var place = Files.createDirectory(disk.resolve("tablespace"));
        Files.setOwner(place, Files.getOwner(data(database)));
        database.execute("create tablespace %s location '%s'".formatted(NAME, place));
    }

    /** Whether this machine can do that. */
    public static boolean canBe() {
        if (!"root".equals(System.getProperty("user.name"))
                || !Files.isDirectory(data(Portal.running().database()))) {
            return false;
        }
        try {
            var disk = Files.createTempDirectory("full-disk");
            run("mount", "-t", "tmpfs", "-o", SIZE, "none", disk.toString());
            run("umount", disk.toString());
            return Files.deleteIfExists(disk);
        } catch (IOException | IllegalStateException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path data(TestDatabase database) {
        return Path.of(database.one("select current_setting('data_directory')", String.class));
    }

    /** Moves tables, without the gaps in their pages, onto the disk, and fills it. */
    public void fill(List<String> names) throws IOException {
        tables = List.copyOf(names);
        for (var table : tables) {
            database.execute("vacuum full " + table);
            database.execute("alter table %s set tablespace %s".formatted(table, NAME));
        }
        try (var filler = Files.newOutputStream(disk.resolve(FILLER))) {
            var block = new byte[4096];
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            if (Files.size(disk.resolve(FILLER)) == 0) {
                throw full;
            }
        }
    }

    /** There is room again. */
    public void empty() throws IOException {
        Files.deleteIfExists(disk.resolve(FILLER));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        empty();
        for (var table : tables) {
            database.execute("alter table %s set tablespace pg_default".formatted(table));
        }
        // The server leaves emptied files of moved tables until its next checkpoint.
        database.execute("checkpoint");
        database.execute("drop tablespace " + NAME);
        // Sessions of the server may hold files open that are gone.
        run("umount", "--lazy", disk.toString());
        Files.deleteIfExists(disk);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command));
        }
    }
}
