package io.patchbay.event.export;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.patchbay.event.RecordedEvent;
import io.patchbay.platform.csv.Csv;
import java.time.ZoneId;

/** Events as rows that spreadsheets read. */
public final class EventCsv {

    /** Without the byte order mark, Excel takes UTF-8 for the Windows code page. */
    public static final String HEADING = "\uFEFF"
            + Csv.line(
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

    private EventCsv() {}

    /** An event, with its time as that zone's clocks showed it. */
    public static String line(RecordedEvent event, ZoneId zone) {
        return Csv.line(
                ISO_OFFSET_DATE_TIME.format(event.occurredAt().atZone(zone)),
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
}
