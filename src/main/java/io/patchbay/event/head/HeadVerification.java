package io.patchbay.event.head;

import io.patchbay.event.chain.ChainEnds;
import io.patchbay.event.chain.EventChain;
import io.patchbay.platform.tenancy.Current;
import java.security.MessageDigest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares the current company's log with signed heads that were kept outside of the database. */
@Service
public class HeadVerification {

    private final EventChain chain;
    private final LogKeys keys;

    HeadVerification(EventChain chain, LogKeys keys) {
        this.chain = chain;
        this.keys = keys;
    }

    /** Compares with one that somebody kept. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public HeadCheck check(String signed) {
        return keys.read(signed)
                .filter(head -> head.company().equals(Current.company()))
                .<HeadCheck>map(head -> chain.ends()
                        .<HeadCheck>map(ends -> check(head, ends))
                        .orElseGet(() -> new HeadCheck.Shorter(head.seq(), head.at(), 0)))
                .orElseGet(HeadCheck.Unknown::new);
    }

    private HeadCheck check(SignedHead head, ChainEnds ends) {
        if (head.seq() > ends.headSeq()) {
            return new HeadCheck.Shorter(head.seq(), head.at(), ends.headSeq());
        }
        if (head.seq() < ends.anchorSeq()) {
            return new HeadCheck.Expired(head.seq(), head.at());
        }
        return MessageDigest.isEqual(head.digest(), chain.digest(ends.anchor(), head.seq()))
                ? new HeadCheck.Contained(head.seq(), head.at())
                : new HeadCheck.Different(head.seq(), head.at());
    }
}
