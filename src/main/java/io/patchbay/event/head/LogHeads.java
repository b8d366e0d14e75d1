package io.patchbay.event.head;

import io.patchbay.event.chain.ChainEnds.End;
import io.patchbay.event.chain.EventChain;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The signed heads of the current company's log. Of a log whose ends were changed, none is signed. */
@Service
public class LogHeads {

    private final EventChain chain;
    private final LogKeys keys;
    private final Clock clock;

    LogHeads(EventChain chain, LogKeys keys, Clock clock) {
        this.chain = chain;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Both ends of the log as it is now, signed.
     *
     * @param start what was in the log before the first entry that is still there
     * @param from number of the entry before that
     * @param head what is in it now
     * @param to number of the newest entry
     */
    public record Range(String start, long from, byte[] digest, String head, long to) {

        /** How many entries there are. */
        public long entries() {
            return to - from;
        }
    }

    /** How far the log reaches now; empty before the first entry is sealed. */
    @Transactional(readOnly = true)
    public Optional<String> head() {
        return range().map(Range::head);
    }

    /** From where to where the log reaches now; empty before the first entry is sealed. */
    @Transactional(readOnly = true)
    public Optional<Range> range() {
        return chain.ends()
                .filter(ends -> chain.holds("head", ends.head()) && chain.holds("anchor", ends.anchor()))
                .flatMap(ends -> {
                    var digest = ends.anchor().digest();
                    return digest == null || ends.head().digest() == null
                            ? Optional.empty()
                            : Optional.of(new Range(
                                    signed(ends.anchor()),
                                    ends.anchorSeq(),
                                    digest,
                                    signed(ends.head()),
                                    ends.headSeq()));
                });
    }

    private String signed(End end) {
        var digest = end.digest();
        if (digest == null) {
            throw new IllegalStateException("A chain of an earlier version has nothing to sign");
        }
        return keys.sign(new SignedHead(Current.company(), end.seq(), digest, clock.instant()));
    }
}
