package io.patchbay.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * The different statements that portals of this JVM send, kept in the file that {@code -Dpatchbay.statements} names, beside
 * those that are in it: what the next version's schema must still understand.
 */
final class SentStatements {

    private static final @Nullable String FILE = System.getProperty("patchbay.statements");
    private static final Set<String> SENT = new ConcurrentSkipListSet<>();

    static {
        if (FILE != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of(FILE))));
        }
    }

    private SentStatements() {}

    static void note(String sql) {
        if (FILE != null) {
            SENT.add(sql.strip().replaceAll("\\s+", " "));
        }
    }

    private static void write(Path file) {
        try {
            var all = new TreeSet<>(SENT);
            all.removeIf(sql -> sql.startsWith("set "));
            if (Files.exists(file)) {
                all.addAll(Files.readAllLines(file));
            }
            Files.write(file, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
