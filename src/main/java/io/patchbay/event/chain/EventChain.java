package io.patchbay.event.chain;

import io.patchbay.event.RecordedEvent;
import io.patchbay.event.chain.ChainStore.Link;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.tenancy.Current;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final ChainStore store;
    private final SecretBox secrets;

    EventChain(ChainStore store, @Qualifier("eventSecrets") SecretBox secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /** Links the next events of the current company; how many, fewer than {@value #BATCH} once none is left. */
    @Transactional
    public int seal() {
        var ends = locked();
        var links = new ArrayList<Link>();
        var seq = ends.headSeq();
        var hash = ends.headHash();
        for (var event : store.unsealed(BATCH)) {
            seq++;
            hash = hash(seq, hash, event);
            links.add(new Link(seq, event.id(), event.occurredAt(), hash, event));
        }
        if (!links.isEmpty()) {
            store.insert(links);
            store.head(seq, hash, end("head", seq, hash));
        }
        return links.size();
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

    byte[] hash(long seq, byte[] before, RecordedEvent event) {
        return secrets.sign(ChainLink.of(Current.company(), seq, before, event));
    }

    /** Whether a link is what was written, under the key secret of now or the one before. */
    boolean linked(long seq, byte[] before, RecordedEvent event, byte[] hash) {
        return secrets.signed(ChainLink.of(Current.company(), seq, before, event), hash);
    }

    /** The same for an end of the chain. */
    boolean ended(String which, long seq, byte[] hash, byte[] mac) {
        return secrets.signed(ChainLink.end(which, Current.company(), seq, hash), mac);
    }

    public byte[] end(String which, long seq, byte[] hash) {
        return secrets.sign(ChainLink.end(which, Current.company(), seq, hash));
    }

    public ChainEnds locked() {
        return store.ends(true).orElseGet(() -> {
            var origin = ChainEnds.ORIGIN;
            store.begin(new ChainEnds(0, origin, end("head", 0, origin), 0, origin, end("anchor", 0, origin)));
            return store.ends(true).orElseThrow();
        });
    }
}
