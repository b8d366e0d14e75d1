package io.patchbay.event.chain;

import io.patchbay.event.RecordedEvent;
import io.patchbay.event.chain.ChainEnds.End;
import io.patchbay.event.chain.LogCheck.BreakKind;
import io.patchbay.event.chain.LogCheck.Broken;
import io.patchbay.event.log.EventNotes;
import io.patchbay.event.log.FirstEvents;
import io.patchbay.event.log.LogEventKind;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Says whether the log of the current company is what was written. */
@Service
public class LogVerification {

    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = LocalDate.of(3000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final ChainStore store;
    private final EventChain chain;
    private final EventNotes notes;
    private final FirstEvents firsts;

    LogVerification(ChainStore store, EventChain chain, EventNotes notes, FirstEvents firsts) {
        this.store = store;
        this.chain = chain;
        this.notes = notes;
        this.firsts = firsts;
    }

    /**
     * Looks at every entry of these days, and at the ends of the chain that they reach; null means without end.
     *
     * @param zone whose days are meant
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public LogCheck verify(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
        var start = from == null ? BEGINNING : from.atStartOfDay(zone).toInstant();
        var end = to == null ? END : to.plusDays(1).atStartOfDay(zone).toInstant();
        var ends = store.ends(false);
        var unlinked =
                new Unlinked(ends.map(known -> known.head().digest() == null).orElse(false));
        store.unlinked(start, end, unlinked::visit);
        var stray = Optional.ofNullable(unlinked.broken).or(this::lost);
        if (ends.isEmpty()) {
            var emptied = firsts.operators() || unlinked.first ? Optional.<Broken>empty() : Optional.of(emptied(null));
            return result(stray.or(() -> emptied), 0, unlinked.waiting);
        }
        var range = range(ends.get(), from, to, start, end);
        var walk = new Walk(range[0]);
        var broken = walk.over(ends.get(), range[1]).or(() -> stray);
        return result(broken, walk.seen, unlinked.waiting);
    }

    private static LogCheck result(Optional<Broken> broken, long seen, long waiting) {
        return broken.<LogCheck>map(found -> found).orElseGet(() -> new LogCheck.Intact(seen, waiting));
    }

    /** The numbers to look at; up to the ends of the chain where the days are without end. */
    private long[] range(ChainEnds ends, @Nullable LocalDate from, @Nullable LocalDate to, Instant start, Instant end) {
        var found = store.between(start, end).orElseGet(() -> new long[] {ends.headSeq() + 1, ends.headSeq()});
        return new long[] {from == null ? ends.anchorSeq() + 1 : found[0], to == null ? ends.headSeq() : found[1]};
    }

    /** Gone before it was sealed: what is noted was written. */
    private Optional<Broken> lost() {
        return store.orphan().map(note -> new Broken(BreakKind.MISSING, 0, note.event(), note.occurredAt(), null));
    }

    private static Broken inserted(RecordedEvent event) {
        return new Broken(BreakKind.INSERTED, 0, event.id(), event.occurredAt(), event.title());
    }

    private static Broken emptied(@Nullable RecordedEvent event) {
        return event == null
                ? new Broken(BreakKind.EMPTIED, 1, null, null, null)
                : new Broken(BreakKind.EMPTIED, 1, event.id(), event.occurredAt(), event.title());
    }

    /** Looks at what has no link: what the portal wrote may wait for one, and nothing else. */
    private final class Unlinked {

        private final boolean old;
        private long waiting;
        private boolean first;
        private @Nullable Broken broken;

        Unlinked(boolean old) {
            this.old = old;
        }

        void visit(ChainStore.Waiting waits) {
            if (notes.proves(waits.mac(), waits.event()) || old && waits.mac() == null) {
                waiting++;
                first |= firsts.first(waits.event());
            } else if (broken == null) {
                broken = inserted(waits.event());
            }
        }
    }

    /** Goes from link to link and remembers the first that does not hold. */
    private final class Walk {

        private long next;
        private long seen;
        private byte @Nullable [] before;
        private byte @Nullable [] digest;
        private @Nullable Broken broken;

        Walk(long first) {
            this.next = first;
        }

        Optional<Broken> over(ChainEnds ends, long last) {
            startsAfter(ends);
            store.walk(next, last, this::visit);
            arrives(last, ends);
            return Optional.ofNullable(broken);
        }

        private void startsAfter(ChainEnds ends) {
            if (next - 1 == ends.anchorSeq()) {
                before = ends.anchor().hash();
                digest = ends.anchor().digest();
                confirm("anchor", ends.anchor());
            } else {
                before = store.hash(next - 1).orElse(null);
            }
            if (before == null) {
                found(new Broken(BreakKind.MISSING, next - 1, null, null, null));
            }
        }

        private void visit(ChainStore.Link link) {
            if (broken != null) {
                return;
            }
            var previous = before;
            if (link.seq() != next || previous == null) {
                found(new Broken(BreakKind.MISSING, next, null, null, null));
            } else if (link.content() == null) {
                found(new Broken(BreakKind.MISSING, next, link.event(), link.occurredAt(), null));
            } else {
                broken = problem(link.hash(), previous, link.content());
                digest = digest == null ? null : SealedEntry.digest(digest, SealedEntry.content(next, link.content()));
            }
            before = link.hash();
            next++;
            seen++;
        }

        private @Nullable Broken problem(byte[] hash, byte[] previous, RecordedEvent event) {
            if (!chain.linked(next, previous, event, hash)) {
                return new Broken(BreakKind.CHANGED, next, event.id(), event.occurredAt(), event.title());
            }
            if (event.type().equals(LogEventKind.EVENT_LOG_BROKEN.name())) {
                return new Broken(BreakKind.CUT_OFF, next, event.id(), event.occurredAt(), event.title());
            }
            return next == 1 && !firsts.first(event) ? emptied(event) : null;
        }

        private void arrives(long last, ChainEnds ends) {
            if (next <= last) {
                found(new Broken(BreakKind.MISSING, next, null, null, null));
            }
            if (last == ends.headSeq()) {
                confirm("head", ends.head());
                if (differ(before, ends.head().hash())
                        || differ(digest, ends.head().digest())) {
                    found(new Broken(BreakKind.CUT_OFF, last, null, null, null));
                }
            }
        }

        private static boolean differ(byte @Nullable [] found, byte @Nullable [] expected) {
            return found != null && expected != null && !MessageDigest.isEqual(found, expected);
        }

        private void confirm(String which, End end) {
            if (!chain.holds(which, end)) {
                found(new Broken(BreakKind.CUT_OFF, end.seq(), null, null, null));
            }
        }

        private void found(Broken problem) {
            if (broken == null) {
                broken = problem;
            }
        }
    }
}
