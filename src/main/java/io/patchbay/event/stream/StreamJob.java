package io.patchbay.event.stream;

import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The durable job of one company's webhook: sends what waits, oldest first, one body after the other. What was sent and not yet
 * stored when a machine went down is sent again.
 */
@Component
public class StreamJob extends DurableJob {

    private final ObjectProvider<StreamSender> sender;

    StreamJob(ObjectProvider<StreamSender> sender, JobQueue queue) {
        super("stream-events", Actor.Machine.PATCHBAY, queue);
        this.sender = sender;
    }

    /** Has the current company's events sent; in the transaction that asks for it. */
    public void begin() {
        wake(Current.company().value());
    }

    @Override
    protected Optional<Duration> run(UUID company) {
        return sender.getObject().next();
    }
}
