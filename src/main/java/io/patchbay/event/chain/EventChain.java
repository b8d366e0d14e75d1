package io.patchbay.event.chain;

import io.patchbay.event.NewEvent;
import io.patchbay.event.RecordedEvent;
import io.patchbay.event.chain.ChainEnds.End;
import io.patchbay.event.chain.ChainStore.Link;
import io.patchbay.event.chain.ChainStore.Waiting;
import io.patchbay.event.log.EventBytes;
import io.patchbay.event.log.EventNotes;
import io.patchbay.event.log.EventStore;
import io.patchbay.event.log.FirstEvents;
import io.patchbay.event.log.LogEventKind;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.tenancy.Current;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links a company's events into its chain. Writers of events never wait here: only those who make links take turns. The
 * numbers are given in the order of linking, so that an event whose transaction ends late comes later, and none is skipped.
 */
@Service
public class EventChain {

    public static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(EventChain.class);

    private final ChainStore store;
    private final EventStore events;
    private final EventNotes notes;
    private final FirstEvents firsts;
    private final SecretBox secrets;

    EventChain(
            ChainStore store,
            EventStore events,
            EventNotes notes,
            FirstEvents firsts,
            @Qualifier("eventSecrets") SecretBox secrets) {
        this.store = store;
        this.events = events;
        this.notes = notes;
        this.firsts = firsts;
        this.secrets = secrets;
    }

    /** Links the next events of the current company; how many, fewer than {@value #BATCH} once none is left. */
    @Transactional
    public int seal() {
        var ends = locked();
        var head = goesOn(ends.head()) ? ends.head() : continued(ends);
        var old = head.digest() == null;
        var seq = head.seq();
        var hash = head.hash();
        var digest = head.digest();
        var links = new ArrayList<Link>();
        for (var event : next(old, seq == 0)) {
            seq++;
            hash = hash(seq, hash, event);
            digest = digest == null ? null : SealedEntry.digest(digest, SealedEntry.content(seq, event));
            links.add(new Link(seq, event.id(), event.occurredAt(), hash, event));
        }
        if (!links.isEmpty()) {
            store.insert(links);
            store.head(end("head", seq, hash, digest));
        }
        if (old && links.size() < BATCH) {
            adopt(ends.anchor(), seq, hash);
        }
        return links.size();
    }

    /** What the portal wrote and is not linked yet; what somebody else wrote stays where it is, for the verification. */
    private List<RecordedEvent> next(boolean old, boolean begins) {
        var found = new ArrayList<RecordedEvent>();
        var forged = 0;
        UUID after = null;
        List<Waiting> page;
        do {
            page = store.unsealed(after, BATCH);
            for (var waiting : page) {
                after = waiting.event().id();
                if (found.size() < BATCH
                        && (notes.proves(waiting.mac(), waiting.event()) || old && waiting.mac() == null)) {
                    found.add(waiting.event());
                } else if (found.size() < BATCH) {
                    forged++;
                }
            }
        } while (page.size() == BATCH && found.size() < BATCH);
        if (forged > 0) {
            LOG.error("{} events of {} are not sealed: Patchbay did not write them", forged, Current.company());
        }
        if (begins) {
            found.sort(Comparator.comparing(event -> !firsts.first(event)));
        }
        return found;
    }

    private boolean goesOn(End head) {
        return holds("head", head) && store.last().map(Link::seq).orElse(0L) <= head.seq();
    }

    /** Goes on where the links end although the chain was tampered with, and says so in the log for good. */
    private End continued(ChainEnds ends) {
        var last = store.last().orElse(null);
        var seq = last == null ? 0 : last.seq();
        LOG.error(
                "The end of the event log of {} is not where it was sealed; going on after {}", Current.company(), seq);
        events.insert(NewEvent.of(LogEventKind.EVENT_LOG_BROKEN, seq).with("position", seq));
        return end("head", seq, last == null ? ChainEnds.ORIGIN : last.hash(), digest(ends.anchor(), seq));
    }

    /** Gives digests to a chain that an earlier version made; from then on notes without a keyed hash are refused. */
    private void adopt(End anchor, long seq, byte[] hash) {
        var origin = end("anchor", anchor.seq(), anchor.hash(), ChainEnds.ORIGIN);
        if (holds("anchor", anchor)) {
            store.anchor(origin);
        }
        store.head(end("head", seq, hash, digest(origin, seq)));
    }

    /** Sealed events of the current company after a number, lowest number first. */
    @Transactional(readOnly = true)
    public List<Link> after(long seq, int atMost) {
        return store.after(seq, atMost);
    }

    /** Where the chain of the current company begins and ends. */
    @Transactional(readOnly = true)
    public Optional<ChainEnds> ends() {
        return store.ends(false);
    }

    /** The same, and nobody else changes it before the transaction ends. */
    public ChainEnds locked() {
        return store.ends(true).orElseGet(() -> {
            var origin = ChainEnds.ORIGIN;
            store.begin(end("head", 0, origin, origin), end("anchor", 0, origin, origin));
            return store.ends(true).orElseThrow();
        });
    }

    /** Moves the beginning of the chain behind a link that goes. */
    public void moveAnchor(ChainEnds ends, long seq, byte[] hash) {
        var old = ends.anchor().digest() == null || ends.head().digest() == null;
        store.anchor(end("anchor", seq, hash, old ? null : digest(ends.anchor(), seq)));
    }

    /** The digest of the link with this number, computed from what is in the log behind the beginning of the chain. */
    public byte[] digest(End anchor, long seq) {
        var digest = new byte[][] {anchor.digest() == null ? ChainEnds.ORIGIN : anchor.digest()};
        store.walk(anchor.seq() + 1, seq, link -> {
            if (link.content() != null) {
                digest[0] = SealedEntry.digest(digest[0], SealedEntry.content(link.seq(), link.content()));
            }
        });
        return digest[0];
    }

    byte[] hash(long seq, byte[] before, RecordedEvent event) {
        return secrets.sign(EventBytes.link(Current.company(), seq, before, event));
    }

    /** Whether a link is what was written, under the key secret of now or the one before. */
    boolean linked(long seq, byte[] before, RecordedEvent event, byte[] hash) {
        return secrets.signed(EventBytes.link(Current.company(), seq, before, event), hash);
    }

    /**
     * Whether the portal wrote this end of the chain, {@code head} or {@code anchor}, just so, under the key secret of now or
     * the one before.
     */
    public boolean holds(String which, End end) {
        return secrets.signed(EventBytes.end(which, Current.company(), end.seq(), end.hash(), end.digest()), end.mac());
    }

    End end(String which, long seq, byte[] hash, byte @Nullable [] digest) {
        return new End(seq, hash, secrets.sign(EventBytes.end(which, Current.company(), seq, hash, digest)), digest);
    }
}
