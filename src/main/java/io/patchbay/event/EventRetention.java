package io.patchbay.event;

import io.patchbay.event.chain.ChainStore;
import io.patchbay.event.chain.EventChain;
import io.patchbay.event.log.EventProperties;
import io.patchbay.event.log.LogEventKind;
import io.patchbay.event.retention.RetentionStore;
import io.patchbay.platform.problem.InvalidRequestException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long the current company keeps its log. */
@Service
public class EventRetention {

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
        if (last <= ends.anchorSeq()) {
            return 0;
        }
        var hash = links.hash(last).orElseThrow();
        var deleted = store.delete(last, now, days());
        links.anchor(last, hash, chain.end("anchor", last, hash));
        return deleted;
    }

    private int days() {
        return Math.min(store.days().orElse(properties.retentionDays()), properties.retentionAtMost());
    }
}
