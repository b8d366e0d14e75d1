package io.patchbay.event;

import io.patchbay.event.EventLog.Position;
import io.patchbay.event.export.EventCsv;
import io.patchbay.event.export.EventDocument;
import io.patchbay.event.log.LogEventKind;
import io.patchbay.event.search.EventCounts;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people take the log along. Asking for it is an event; what is written out needs the same memory however much it is. */
@Service
public class EventExport {

    private static final int BATCH = 2_000;

    private final EventCounts counts;
    private final EventSearch search;
    private final EventDocument documents;
    private final EventLog log;

    EventExport(EventCounts counts, EventSearch search, EventDocument documents, EventLog log) {
        this.counts = counts;
        this.search = search;
        this.documents = documents;
        this.log = log;
    }

    /** How an export is written. */
    public enum Format {
        /** The columns that administrators know, for spreadsheets. */
        CSV,
        /** Every field of every event, one JSON document a line. */
        JSON_LINES
    }

    /** Takes what is written out. */
    @FunctionalInterface
    public interface Sink {
        void write(String text) throws IOException;
    }

    /** Says in the log that what the filter finds is being taken along. */
    @Transactional
    public void begin(EventFilter filter, Format format) {
        var found = counts.tally(search.bounded(filter), null).shown();
        log.append(NewEvent.of(LogEventKind.EVENTS_EXPORTED, found)
                .with("events", found)
                .with("format", format == Format.CSV ? "CSV" : "JSON Lines")
                .with("filter", described(filter)));
    }

    /** Writes what the filter finds, newest first; holds no connection while the reader is slow. */
    public void write(EventFilter filter, Format format, Sink sink) throws IOException {
        var bounded = search.bounded(filter);
        if (format == Format.CSV) {
            sink.write(EventCsv.HEADING);
        }
        Position position = new Position.Newest();
        while (true) {
            var page = search.batch(bounded, position, BATCH);
            for (var event : page.events()) {
                sink.write(format == Format.CSV ? EventCsv.line(event) : documents.line(event) + "\n");
            }
            if (page.olderThan() == null) {
                return;
            }
            position = new Position.OlderThan(page.olderThan());
        }
    }

    private static String described(EventFilter filter) {
        var environment = filter.environment();
        return Stream.of(
                        part("text", filter.text()),
                        part("from", filter.from()),
                        part("to", filter.to()),
                        part(
                                "category",
                                filter.category() == null
                                        ? null
                                        : filter.category().label()),
                        part(
                                "operation",
                                filter.operation() == null
                                        ? null
                                        : filter.operation().label()),
                        part(
                                "severity",
                                filter.severity() == null
                                        ? null
                                        : filter.severity().label()),
                        part("user", filter.user()),
                        part("environment", environment))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String part(String name, @org.jspecify.annotations.Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "" : name + " " + value;
    }
}
