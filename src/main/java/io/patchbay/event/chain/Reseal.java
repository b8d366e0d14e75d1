package io.patchbay.event.chain;

import io.patchbay.event.chain.ChainStore.Link;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Goes along the chain of the current company, verifies each link, and hashes it under the key secret of now. */
final class Reseal {

    private static final int BATCH = 1_000;

    private final ChainStore store;
    private final EventChain chain;
    private final List<Link> renewed = new ArrayList<>();

    private long count;
    private long next;
    private byte[] before = ChainEnds.ORIGIN;
    private byte[] hash = ChainEnds.ORIGIN;

    /** What was renewed, and the hash of the last link before and after that. */
    record Done(long renewed, byte[] headBefore, byte[] headAfter) {}

    Reseal(ChainStore store, EventChain chain) {
        this.store = store;
        this.chain = chain;
    }

    /**
     * Does it, in a transaction of the owner that is bound to the company.
     *
     * @throws IllegalStateException where the log is not what was written
     */
    Done run() {
        var found = store.ends(true);
        if (found.isEmpty()) {
            return new Done(0, before, hash);
        }
        var ends = found.get();
        var head = ends.head();
        var anchor = ends.anchor();
        holds(chain.holds("anchor", anchor));
        holds(chain.holds("head", head));
        next = ends.anchorSeq() + 1;
        before = anchor.hash();
        hash = anchor.hash();
        store.walk(next, ends.headSeq(), this::visit);
        flush();
        holds(next == ends.headSeq() + 1 && MessageDigest.isEqual(before, head.hash()));
        store.head(chain.end("head", head.seq(), hash, head.digest()));
        store.anchor(chain.end("anchor", anchor.seq(), anchor.hash(), anchor.digest()));
        return new Done(count, before, hash);
    }

    private void visit(Link link) {
        var content = link.content();
        if (link.seq() != next || content == null || !chain.linked(next, before, content, link.hash())) {
            throw broken();
        }
        hash = chain.hash(next, hash, content);
        if (!MessageDigest.isEqual(hash, link.hash())) {
            count++;
            renewed.add(new Link(next, link.event(), link.occurredAt(), hash, null));
            if (renewed.size() == BATCH) {
                flush();
            }
        }
        before = link.hash();
        next++;
    }

    private void flush() {
        store.rehash(renewed);
        renewed.clear();
    }

    private void holds(boolean condition) {
        if (!condition) {
            throw broken();
        }
    }

    private IllegalStateException broken() {
        return new IllegalStateException(
                "The event log does not verify at entry %d and keeps its seals".formatted(next));
    }
}
