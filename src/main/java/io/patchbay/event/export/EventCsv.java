package io.patchbay.event.export;

import io.patchbay.event.RecordedEvent;
import io.patchbay.platform.csv.Csv;

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

    public static String line(RecordedEvent event) {
        return Csv.line(
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
}
