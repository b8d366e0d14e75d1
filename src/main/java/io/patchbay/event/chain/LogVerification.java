package io.patchbay.event.chain;

import io.patchbay.event.RecordedEvent;
import io.patchbay.event.chain.LogCheck.BreakKind;
import io.patchbay.event.chain.LogCheck.Broken;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
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

    LogVerification(ChainStore store, EventChain chain) {
        this.store = store;
        this.chain = chain;
    }

    /** Looks at every entry of these days (UTC), and at the ends of the chain that they reach; null means without end. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public LogCheck verify(@Nullable LocalDate from, @Nullable LocalDate to) {
        var start = from == null ? BEGINNING : from.atStartOfDay().toInstant(ZoneOffset.UTC);
        var end = to == null ? END : to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var ends = store.ends(false);
        var stray = store.stray(start, end).map(LogVerification::inserted).or(() -> lost());
        if (ends.isEmpty()) {
            return stray.<LogCheck>map(broken -> broken).orElseGet(() -> new LogCheck.Intact(0, store.waiting()));
        }
        return verify(ends.get(), range(ends.get(), from, to, start, end), stray);
    }

    /** The numbers to look at; up to the ends of the chain where the days are without end. */
    private long[] range(ChainEnds ends, @Nullable LocalDate from, @Nullable LocalDate to, Instant start, Instant end) {
        var found = store.between(start, end).orElseGet(() -> new long[] {ends.headSeq() + 1, ends.headSeq()});
        return new long[] {from == null ? ends.anchorSeq() + 1 : found[0], to == null ? ends.headSeq() : found[1]};
    }

    private LogCheck verify(ChainEnds ends, long[] range, Optional<Broken> stray) {
        var walk = new Walk(range[0]);
        walk.startsAfter(ends);
        store.walk(range[0], range[1], walk::visit);
        walk.arrives(range[1], ends);
        return walk.broken()
                .or(() -> stray)
                .<LogCheck>map(broken -> broken)
                .orElseGet(() -> new LogCheck.Intact(walk.seen, store.waiting()));
    }

    /** Gone before it was sealed: what is noted was written. */
    private Optional<Broken> lost() {
        return store.orphan().map(note -> new Broken(BreakKind.MISSING, 0, note.event(), note.occurredAt(), null));
    }

    private static Broken inserted(RecordedEvent event) {
        return new Broken(BreakKind.INSERTED, 0, event.id(), event.occurredAt(), event.title());
    }

    /** Goes from link to link and remembers the first that does not hold. */
    private final class Walk {

        private long next;
        private long seen;
        private byte @Nullable [] before;
        private @Nullable Broken broken;

        Walk(long first) {
            this.next = first;
        }

        Optional<Broken> broken() {
            return Optional.ofNullable(broken);
        }

        void startsAfter(ChainEnds ends) {
            if (next - 1 == ends.anchorSeq()) {
                before = ends.anchorHash();
                confirm("anchor", ends.anchorSeq(), ends.anchorHash(), ends.anchorMac());
            } else {
                before = store.hash(next - 1).orElse(null);
            }
            if (before == null) {
                found(new Broken(BreakKind.MISSING, next - 1, null, null, null));
            }
        }

        void visit(ChainStore.Link link) {
            if (broken != null) {
                return;
            }
            var previous = before;
            if (link.seq() != next || previous == null) {
                found(new Broken(BreakKind.MISSING, next, null, null, null));
            } else if (link.content() == null) {
                found(new Broken(BreakKind.MISSING, next, link.event(), link.occurredAt(), null));
            } else if (!chain.linked(next, previous, link.content(), link.hash())) {
                found(new Broken(
                        BreakKind.CHANGED,
                        next,
                        link.event(),
                        link.occurredAt(),
                        link.content().title()));
            }
            before = link.hash();
            next++;
            seen++;
        }

        void arrives(long last, ChainEnds ends) {
            if (next <= last) {
                found(new Broken(BreakKind.MISSING, next, null, null, null));
            }
            if (last == ends.headSeq()) {
                confirm("head", ends.headSeq(), ends.headHash(), ends.headMac());
                if (before != null && !MessageDigest.isEqual(before, ends.headHash())) {
                    found(new Broken(BreakKind.CUT_OFF, last, null, null, null));
                }
            }
        }

        private void confirm(String which, long seq, byte[] hash, byte[] mac) {
            if (!chain.ended(which, seq, hash, mac)) {
                found(new Broken(BreakKind.CUT_OFF, seq, null, null, null));
            }
        }

        private void found(Broken problem) {
            if (broken == null) {
                broken = problem;
            }
        }
    }
}
