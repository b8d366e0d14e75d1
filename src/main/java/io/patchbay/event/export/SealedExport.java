package io.patchbay.event.export;

import io.patchbay.event.EventExport.Sink;
import io.patchbay.event.chain.ChainEnds;
import io.patchbay.event.chain.EventChain;
import io.patchbay.event.chain.SealedEntry;
import io.patchbay.event.head.LogHeads;
import io.patchbay.event.head.LogHeads.Range;
import io.patchbay.platform.problem.ConflictException;
import java.io.IOException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The whole log as a file that others can check without a secret: its entries in the order of sealing, each with its digest,
 * between two signed heads. A filter would leave entries out, so there is none.
 */
@Component
public class SealedExport {

    private static final int BATCH = 2_000;

    private final EventChain chain;
    private final LogHeads heads;

    SealedExport(EventChain chain, LogHeads heads) {
        this.chain = chain;
        this.heads = heads;
    }

    /**
     * What would be written now.
     *
     * @throws ConflictException where nothing is sealed yet, or the ends of the log were changed
     */
    public Range range() {
        return heads.range().orElseThrow(() -> new ConflictException("events.export.unsealed"));
    }

    /** What somebody removed is missing in the file, too; what retention removes meanwhile ends it. */
    private void stillThere(Range range) throws IOException {
        if (chain.ends().map(ChainEnds::anchorSeq).orElse(0L) != range.from()) {
            throw new IOException("Entries reached the end of their retention while they were exported");
        }
    }

    /** Writes it; holds no connection while the reader is slow. */
    public void write(Sink sink) throws IOException {
        var range = range();
        sink.write("{\"start\":\"" + range.start() + "\"}\n");
        var seq = range.from();
        var digest = range.digest();
        while (seq < range.to()) {
            var links = chain.after(seq, (int) Math.min(BATCH, range.to() - seq));
            if (links.isEmpty() || links.getFirst().seq() != seq + 1) {
                stillThere(range);
            }
            for (var link : links) {
                var content = SealedEntry.content(link.seq(), Objects.requireNonNull(link.content()));
                digest = SealedEntry.digest(digest, content);
                sink.write(SealedEntry.line(content, digest) + "\n");
            }
            seq = links.isEmpty() ? range.to() : links.getLast().seq();
        }
        sink.write("{\"head\":\"" + range.head() + "\"}\n");
    }
}
