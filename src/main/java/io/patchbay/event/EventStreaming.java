package io.patchbay.event;

import io.patchbay.event.chain.ChainEnds;
import io.patchbay.event.chain.EventChain;
import io.patchbay.event.log.LogEventKind;
import io.patchbay.event.stream.StreamJob;
import io.patchbay.event.stream.StreamWebhook;
import io.patchbay.event.stream.WebhookStore;
import io.patchbay.outbound.OutboundHttp;
import io.patchbay.platform.crypto.OneTimeSecrets;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The webhook to which the current company's events are sent, one at the most. */
@Service
public class EventStreaming {

    private final WebhookStore store;
    private final EventChain chain;
    private final SecretBox secrets;
    private final EventLog log;
    private final OutboundHttp outbound;
    private final StreamJob job;
    private final ApplicationEventPublisher publisher;
    private final Identifiers identifiers;
    private final Clock clock;

    EventStreaming(
            WebhookStore store,
            EventChain chain,
            @Qualifier("eventSecrets") SecretBox secrets,
            EventLog log,
            OutboundHttp outbound,
            StreamJob job,
            ApplicationEventPublisher publisher,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.chain = chain;
        this.secrets = secrets;
        this.log = log;
        this.outbound = outbound;
        this.job = job;
        this.publisher = publisher;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * The webhook as people see it.
     *
     * @param receiver host of its address
     * @param waiting how many sealed events the receiver has not taken yet
     * @param failingSince since when nothing is taken, null while all is well
     * @param pausedAt since when nothing is sent any more, null while it is
     */
    public record StreamStatus(
            String receiver,
            String createdBy,
            Instant createdAt,
            long waiting,
            @Nullable Instant failingSince,
            @Nullable Instant pausedAt,
            List<StreamDelivery> deliveries) {}

    /**
     * A try to deliver.
     *
     * @param first number of the first event, 0 for a test
     * @param answer what the receiver said, in words
     */
    public record StreamDelivery(long first, long last, Instant at, boolean taken, String answer) {}

    /** The webhook, where there is one. */
    @Transactional(readOnly = true)
    public Optional<StreamStatus> get() {
        return store.find()
                .map(webhook -> new StreamStatus(
                        webhook.receiver(),
                        webhook.createdBy(),
                        webhook.createdAt(),
                        Math.max(0, head() - webhook.deliveredSeq()),
                        webhook.failingSince(),
                        webhook.pausedAt(),
                        store.deliveries()));
    }

    /** The receiver to which nothing is sent any more because it took nothing for long. */
    @Transactional(readOnly = true)
    public Optional<String> paused() {
        return store.find().filter(webhook -> webhook.pausedAt() != null).map(StreamWebhook::receiver);
    }

    /**
     * Sends events there from now on; what it returns is the secret with which bodies are signed, never to be seen again.
     *
     * @throws InvalidRequestException for an address that may not be called
     * @throws ConflictException where there is a webhook already
     */
    @Transactional
    public String start(String address) {
        var company = Current.company();
        outbound.problemWith(address).ifPresent(reason -> {
            throw new InvalidRequestException("stream.address." + reason);
        });
        var secret = "pbw_" + OneTimeSecrets.random();
        var receiver = URI.create(address).getHost();
        var webhook = new StreamWebhook(
                receiver,
                secrets.encrypt(company.value(), bytes(address)),
                secrets.encrypt(company.value(), bytes(secret)),
                head(),
                0,
                null,
                null,
                Current.actor().name(),
                clock.instant(),
                0);
        if (!store.insert(webhook)) {
            throw new ConflictException("stream.exists");
        }
        tell(LogEventKind.EVENT_STREAM_CREATED, receiver);
        job.begin();
        return secret;
    }

    /** Sends nothing any more, and forgets address and secret; again changes nothing. */
    @Transactional
    public void end() {
        store.find().ifPresent(webhook -> {
            store.delete();
            tell(LogEventKind.EVENT_STREAM_REMOVED, webhook.receiver());
        });
    }

    /** Goes on after a pause, with the first event that was not taken; changes nothing where there is no pause. */
    @Transactional
    public void resume() {
        var webhook = store.find().orElseThrow(NotFoundException::new);
        if (webhook.pausedAt() != null) {
            store.save(webhook.version(), webhook.deliveredSeq(), 0, null, null);
            tell(LogEventKind.EVENT_STREAM_RESUMED, webhook.receiver());
            job.begin();
        }
    }

    /** What is to be sent next; empty where there is no webhook or it pauses. */
    @Transactional(readOnly = true)
    public Optional<StreamWebhook> active() {
        return store.find().filter(webhook -> webhook.pausedAt() == null);
    }

    /** Whatever there is, paused or not, for a test. */
    @Transactional(readOnly = true)
    public Optional<StreamWebhook> any() {
        return store.find();
    }

    /** Stores what came of a try; a test moves nothing. */
    @Transactional
    public void store(StreamDelivery delivery) {
        store.insert(identifiers.next(), delivery);
    }

    /** Stores that a delivery was taken; false where somebody changed the webhook meanwhile. */
    @Transactional
    public boolean taken(StreamWebhook webhook, StreamDelivery delivery) {
        var current = store.save(webhook.version(), delivery.last(), 0, null, null);
        if (current) {
            store(delivery);
        }
        return current;
    }

    /** Stores that a delivery failed; it pauses where that has lasted too long. */
    @Transactional
    public boolean failed(StreamWebhook webhook, StreamDelivery delivery, boolean pause) {
        var since = webhook.failingSince() == null ? delivery.at() : webhook.failingSince();
        var current = store.save(
                webhook.version(), webhook.deliveredSeq(), webhook.failures() + 1, since, pause ? delivery.at() : null);
        if (current) {
            store(delivery);
        }
        if (current && pause) {
            log.append(NewEvent.of(LogEventKind.EVENT_STREAM_PAUSED, webhook.receiver())
                    .with("receiver", webhook.receiver())
                    .with("answer", delivery.answer()));
            publisher.publishEvent(new EventStreamPaused(webhook.receiver(), delivery.answer()));
        }
        return current;
    }

    private void tell(EventKind kind, String receiver) {
        log.append(NewEvent.of(kind, receiver).with("receiver", receiver));
    }

    private long head() {
        return chain.ends().map(ChainEnds::headSeq).orElse(0L);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
