package io.patchbay.event.head;

import io.patchbay.event.log.EventProperties;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The file to which signed heads are only ever appended, one a line behind the company that it is about. It is worth as much as
 * its storage: on one that cannot be overwritten, nobody takes back what a log had.
 */
@Component
public class HeadFile {

    private final @Nullable Path path;
    private final LogKeys keys;
    private final LogHeads heads;

    HeadFile(EventProperties properties, LogKeys keys, LogHeads heads) {
        this.path = properties.headFile();
        this.keys = keys;
        this.heads = heads;
    }

    /** The head in the file that reaches furthest, for the current company; empty where there is none or no file. */
    public Optional<String> furthest() {
        var company = Current.company();
        return Optional.ofNullable(all(company).get(company)).map(Line::signed);
    }

    /** How far each log had come by what the file says; null where no file is wanted. */
    @Nullable
    Map<CompanyId, Line> known() {
        return path == null ? null : all(null);
    }

    /** Appends the current company's head, unless the file has one that reaches as far. */
    void append(Map<CompanyId, Line> known) {
        heads.head()
                .ifPresent(signed -> keys.read(signed).ifPresent(head -> {
                    var line = known.get(head.company());
                    if (line == null || line.head().seq() != head.seq()) {
                        write(head.company() + " " + signed + "\n");
                    }
                }));
    }

    record Line(String signed, SignedHead head) {}

    private Map<CompanyId, Line> all(@Nullable CompanyId only) {
        var found = new HashMap<CompanyId, Line>();
        if (path == null || !Files.exists(path)) {
            return found;
        }
        try (var lines = Files.lines(path, StandardCharsets.US_ASCII)) {
            lines.filter(line -> only == null || line.startsWith(only + " ")).forEach(line -> {
                var signed = line.substring(line.indexOf(' ') + 1);
                keys.read(signed)
                        .ifPresent(head -> found.merge(head.company(), new Line(signed, head), HeadFile::further));
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line further(Line one, Line other) {
        return Comparator.<Line>comparingLong(line -> line.head().seq()).compare(one, other) >= 0 ? one : other;
    }

    private void write(String line) {
        try {
            Files.writeString(
                    java.util.Objects.requireNonNull(path),
                    line,
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
