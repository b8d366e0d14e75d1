package io.patchbay.event.export;

import io.patchbay.event.RecordedEvent;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events as rows that spreadsheets read: quoted where needed, and no cell is taken for a formula. */
public final class EventCsv {

    /** Without the byte order mark, Excel takes UTF-8 for the Windows code page. */
    public static final String HEADING = "\uFEFF"
            + line(
                    "Date",
                    "Title",
                    "Architecture",
                    "Installer Type",
                    "User",
                    "Category",
                    "Operation",
                    "Type",
                    "Version",
                    "Description");

    private static final String FORMULA = "=+-@\t\r\n|%";

    private EventCsv() {}

    public static String line(RecordedEvent event) {
        return line(
                event.occurredAt().toString(),
                event.title(),
                event.details().get("architecture"),
                event.details().get("installer type"),
                event.actorName(),
                event.category().label(),
                event.operation().label(),
                event.severity().label(),
                event.details().get("version"),
                event.description());
    }

    private static String line(@Nullable String... cells) {
        return Arrays.stream(cells).map(EventCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "-";
        }
        var harmless = FORMULA.indexOf(text.stripLeading().charAt(0)) >= 0 || FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
        return harmless.chars().anyMatch(c -> ",\"\r\n;\t'".indexOf(c) >= 0)
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
