package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Migrations only go upward: what was merged has run in existing databases, which refuse to start when it changed or when
 * one with a lower number turns up.
 *
 * <p>The lock file lists them in order, each with the hash of its content. A new one gets a line at its end, which this
 * test prints; {@code sha256sum} in the folder of the migrations gives the same.
 */
@Tag("fast")
class MigrationTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path LOCK = Path.of("src/test/resources/db/migrations.lock");
    private static final Pattern NAME = Pattern.compile("V([1-9][0-9]*)__[a-z0-9]+(_[a-z0-9]+)*\\.sql");

    @Test
    void migrationsAreNumberedWithoutGapOrDuplicate() throws IOException {
        assertThat(migrations()).allSatisfy(file -> assertThat(name(file)).matches(NAME));
        assertThat(migrations().stream().map(MigrationTests::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, migrations().size()).boxed().toList());
    }

    @Test
    void mergedMigrationsNeverChange() throws IOException {
        var locked = locked();
        var lines = lines();
        assertThat(IntStream.range(0, locked.size())
                        .filter(i -> i >= lines.size() || !lines.get(i).equals(locked.get(i)))
                        .mapToObj(locked::get))
                .as("A merged migration is never edited, renamed, renumbered or removed: write a new one")
                .isEmpty();
    }

    @Test
    void newMigrationsAreInTheLock() throws IOException {
        var unlocked = lines().stream().skip(locked().size()).toList();
        assertThat(unlocked)
                .as("Append to %s:%n%s", LOCK, String.join("\n", unlocked))
                .isEmpty();
    }

    private static List<String> locked() throws IOException {
        return Files.readAllLines(LOCK).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    private static List<String> lines() throws IOException {
        return migrations().stream().map(file -> hash(file) + "  " + name(file)).toList();
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.sorted(Comparator.comparing(MigrationTests::number)).toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static int number(Path file) {
        var matcher = NAME.matcher(name(file));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Of the content as it is in Git, whatever the line ends of the working copy. */
    private static String hash(Path file) {
        try {
            var content = Files.readString(file).replace("\r\n", "\n");
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
