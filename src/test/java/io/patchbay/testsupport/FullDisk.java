package io.patchbay.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * As long as it is open, no file of this process can grow beyond {@link #ROOM}: the kernel refuses what is written, in the
 * middle of a file, as it does on a disk that is full. It takes no mount and no other rights than those of the process.
 */
public final class FullDisk implements AutoCloseable {

    /** How large a file can become. */
    public static final long ROOM = 1_000_000;

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    public FullDisk() {
        limit(Long.toString(ROOM));
    }

    /** Whether this machine can do that. */
    public static boolean canBe() {
        return Files.isExecutable(PRLIMIT);
    }

    private static void limit(String bytes) {
        try {
            var process = new ProcessBuilder(
                            PRLIMIT.toString(),
                            "--pid",
                            Long.toString(ProcessHandle.current().pid()),
                            "--fsize=" + bytes + ":")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("prlimit refused");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** There is room again. */
    @Override
    public void close() {
        limit("unlimited");
    }
}
