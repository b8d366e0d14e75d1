package io.patchbay.event;

import io.patchbay.event.chain.ChainEnds;
import io.patchbay.event.chain.ChainStore;
import io.patchbay.event.chain.EventChain;
import io.patchbay.event.log.EventProperties;
import io.patchbay.event.log.LogEventKind;
import io.patchbay.event.retention.RetentionStore;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long the current company keeps its log. */
@Service
public class EventRetention {

    private static final Logger LOG = LoggerFactory.getLogger(EventRetention.class);

    private final RetentionStore store;
    private final ChainStore links;
    private final EventChain chain;
    private final EventLog log;
    private final EventProperties properties;
    private final Clock clock;

    EventRetention(
            RetentionStore store,
            ChainStore links,
            EventChain chain,
            EventLog log,
            EventProperties properties,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.chain = chain;
        this.log = log;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What is kept, and what may be chosen, in days.
     *
     * @param atMost the operator's bound
     */
    public record Retention(int days, int atLeast, int atMost) {}

    /** How long the log is kept. */
    @Transactional(readOnly = true)
    public Retention get() {
        return new Retention(days(), EventProperties.RETENTION_AT_LEAST, properties.retentionAtMost());
    }

    /**
     * Keeps the log for so many days from now on; what is older goes with the next night.
     *
     * @throws InvalidRequestException for fewer or more than may be chosen
     */
    @Transactional
    public void keep(int wanted) {
        if (wanted < EventProperties.RETENTION_AT_LEAST || wanted > properties.retentionAtMost()) {
            throw new InvalidRequestException(
                    "retention.bounds", EventProperties.RETENTION_AT_LEAST, properties.retentionAtMost());
        }
        var before = days();
        if (before == wanted) {
            return;
        }
        store.save(wanted);
        log.append(NewEvent.of(LogEventKind.EVENT_RETENTION_CHANGED, before, wanted)
                .with("days before", before)
                .with("days after", wanted));
    }

    /** Deletes the events that the company no longer keeps, as far as they are sealed; how many. */
    @Transactional
    public long apply() {
        var ends = chain.locked();
        var now = clock.instant();
        var last = links.lastBefore(now.minus(Duration.ofDays(days())), ends.headSeq());
        if (last <= ends.anchorSeq() || broken(ends)) {
            return 0;
        }
        chain.moveAnchor(ends, last, links.hash(last).orElseThrow());
        return store.delete(last, now, days());
    }

    /** What somebody tampered with is evidence, and a new beginning of the chain would hide it. */
    private boolean broken(ChainEnds ends) {
        var broken = !chain.holds("anchor", ends.anchor()) || !chain.holds("head", ends.head());
        if (broken) {
            LOG.error("Nothing of the event log of {} is deleted: its ends were changed", Current.company());
        }
        return broken;
    }

    private int days() {
        return Math.min(store.days().orElse(properties.retentionDays()), properties.retentionAtMost());
    }
}
