package io.patchbay.event.api;

import io.patchbay.event.chain.ChainEnds;
import io.patchbay.event.chain.ChainStore.Link;
import io.patchbay.event.chain.EventChain;
import io.patchbay.event.export.EventDocument;
import io.patchbay.event.head.LogHeads;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The current company's sealed events in the order of sealing, to be read along by number. A number, once given, is followed
 * by the next without a gap, and none comes later below it: whoever continues after the last number read misses nothing.
 */
@Service
public class EventFeed {

    private final EventChain chain;
    private final LogHeads heads;

    EventFeed(EventChain chain, LogHeads heads) {
        this.chain = chain;
        this.heads = heads;
    }

    /**
     * Some events.
     *
     * @param events each for JSON, with its {@code cursor}
     * @param cursor where to continue
     * @param more whether there are more already
     * @param missed how many after the number asked for are gone because they were older than the company keeps them
     * @param head how far the log reaches now, signed; null before the first event
     */
    public record Batch(
            List<Object> events,
            long cursor,
            boolean more,
            long missed,
            @Nullable String head) {}

    /** Whether there is, or was, anything with this number; 0 is the beginning. */
    public boolean knows(long cursor) {
        return cursor == 0 || chain.ends().map(ends -> cursor <= ends.headSeq()).orElse(false);
    }

    /** What comes after this number; 0 for the beginning. */
    public Batch after(long cursor, int atMost) {
        var anchor = chain.ends().map(ChainEnds::anchorSeq).orElse(0L);
        var start = Math.max(cursor, anchor);
        var links = chain.after(start, atMost + 1);
        var given = links.subList(0, Math.min(atMost, links.size()));
        return new Batch(
                given.stream().map(EventFeed::document).toList(),
                given.isEmpty() ? start : given.getLast().seq(),
                links.size() > atMost,
                Math.max(0, anchor - cursor),
                heads.head().orElse(null));
    }

    private static Object document(Link link) {
        return EventDocument.numbered(Objects.requireNonNull(link.content()), link.seq());
    }
}
