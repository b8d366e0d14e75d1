package io.patchbay.event;

import io.patchbay.event.EventLog.EventPage;
import io.patchbay.event.EventLog.Position;
import io.patchbay.event.export.EventCsv;
import io.patchbay.event.export.EventDocument;
import io.patchbay.event.export.SealedExport;
import io.patchbay.event.head.LogHeads;
import io.patchbay.event.log.LogEventKind;
import io.patchbay.event.search.EventCounts;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.pool.ReadAhead;
import io.patchbay.platform.problem.ConflictException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people take the log along. Asking for it is an event; what is written out needs the same memory however much it is. */
@Service
public class EventExport {

    private static final int BATCH = 5_000;

    private final EventCounts counts;
    private final EventSearch search;
    private final EventDocument documents;
    private final SealedExport sealed;
    private final LogHeads heads;
    private final ReadAhead ahead;
    private final EventLog log;

    EventExport(
            EventCounts counts,
            EventSearch search,
            EventDocument documents,
            SealedExport sealed,
            LogHeads heads,
            ReadAhead ahead,
            EventLog log) {
        this.counts = counts;
        this.search = search;
        this.documents = documents;
        this.sealed = sealed;
        this.heads = heads;
        this.ahead = ahead;
        this.log = log;
    }

    /** How an export is written. */
    public enum Format {
        /** The columns that administrators know, for spreadsheets. */
        CSV("CSV"),
        /** Every field of every event, one JSON document a line, and a signed head at the end. */
        JSON_LINES("JSON Lines"),
        /** The whole log between signed heads, so that others can check it without a secret. */
        VERIFIABLE("Verifiable");

        private final String label;

        Format(String label) {
            this.label = label;
        }
    }

    /** Takes what is written out. */
    @FunctionalInterface
    public interface Sink {
        void write(String text) throws IOException;
    }

    /**
     * Says in the log that what the filter finds is being taken along; a verifiable export has no filter.
     *
     * @throws ConflictException where the log cannot be exported in a verifiable form
     */
    @Transactional
    public void begin(EventFilter filter, Format format) {
        var whole = format == Format.VERIFIABLE;
        var found = whole
                ? sealed.range().entries()
                : counts.tally(search.bounded(filter)).shown();
        log.append(NewEvent.of(LogEventKind.EVENTS_EXPORTED, found)
                .with("events", found)
                .with("format", format.label)
                .with("filter", whole ? "" : described(filter)));
    }

    /** Writes what the filter finds, newest first; holds no connection while the reader is slow. */
    public void write(EventFilter filter, Format format, Sink sink) throws IOException {
        if (format == Format.VERIFIABLE) {
            sealed.write(sink);
            return;
        }
        var bounded = search.bounded(filter);
        var head = heads.head();
        if (format == Format.CSV) {
            sink.write(EventCsv.HEADING);
        }
        each(bounded, Integer.MAX_VALUE, event -> {
            if (!own(event)) {
                sink.write(format == Format.CSV ? EventCsv.line(event, filter.zone()) : documents.line(event) + "\n");
            }
        });
        if (format == Format.JSON_LINES && head.isPresent()) {
            sink.write("{\"head\":\"" + head.get() + "\"}\n");
        }
    }

    /**
     * Writes the newest of what the filter finds, every field of it, newest first.
     *
     * @param atMost how many events at most
     */
    public void writeNewest(EventFilter filter, int atMost, Sink sink) throws IOException {
        each(search.bounded(filter), atMost, event -> sink.write(documents.line(event) + "\n"));
    }

    /** How far the log reaches now, signed, for somebody to keep; empty before the first event is sealed. */
    public Optional<String> signedHead() {
        return heads.head();
    }

    private void each(EventFilter filter, int atMost, ReadAhead.Work<RecordedEvent, IOException> work)
            throws IOException {
        ahead.each(
                () -> batch(filter, new Position.Newest(), atMost),
                batch -> batch.following().map(after -> () -> batch(filter, after, batch.left())),
                batch -> {
                    for (var event : batch.page().events()) {
                        work.on(event);
                    }
                });
    }

    private Batch batch(EventFilter filter, Position position, int atMost) {
        var page = search.batch(filter, position, Math.min(atMost, BATCH));
        return new Batch(page, atMost - page.events().size());
    }

    /** @param left how many events may come after it */
    private record Batch(EventPage page, int left) {

        Optional<Position> following() {
            return Optional.ofNullable(left > 0 ? page.olderThan() : null).map(Position.OlderThan::new);
        }
    }

    /** Whether it tells of the very export that is being written. */
    private static boolean own(RecordedEvent event) {
        return event.type().equals(LogEventKind.EVENTS_EXPORTED.name())
                && event.correlationId() != null
                && event.correlationId().equals(Correlation.current().orElse(null));
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
