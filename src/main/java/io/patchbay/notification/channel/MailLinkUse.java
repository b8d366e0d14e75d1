package io.patchbay.notification.channel;

import io.patchbay.event.EventLog;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens with the links in e-mail, opened by whoever reads that mailbox. */
@Service
public class MailLinkUse {

    private static final Actor ACTOR = new Actor.Machine("Link in an email");

    private final MailLinks links;
    private final ChannelStore store;
    private final EventLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MailLinkUse(MailLinks links, ChannelStore store, EventLog log, Clock clock, TransactionTemplate transaction) {
        this.links = links;
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What a link asks for.
     *
     * @param verifies whether it lets notifications come, else it stops them
     * @param address the address concerned; null where notifications stopped before, as the link asks
     */
    public record Question(boolean verifies, @Nullable String address) {}

    /** What the link asks for; empty where it is used up, has expired, or never was. Changes nothing. */
    public Optional<Question> question(String token) {
        return links.read(token).flatMap(link -> answer(link, within(link, () -> open(link))));
    }

    /**
     * Does what the link asks for; empty where it is good for nothing any more. Stopping may be asked for again and again,
     * as mail providers do (RFC 8058).
     */
    public Optional<Question> confirm(String token) {
        return links.read(token)
                .flatMap(link -> answer(link, within(link, () -> open(link).filter(channel -> done(link, channel)))));
    }

    private static Optional<Question> answer(MailLinks.Link link, Optional<Channel> channel) {
        return channel.map(one -> new Question(link.verifies(), one.addressShown()))
                .or(() -> link.verifies() ? Optional.empty() : Optional.of(new Question(false, null)));
    }

    private Optional<Channel> within(MailLinks.Link link, java.util.function.Supplier<Optional<Channel>> work) {
        return Current.as(
                link.company(), ACTOR, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private Optional<Channel> open(MailLinks.Link link) {
        return store.find(link.channel())
                .filter(channel -> !link.verifies()
                        || (channel.verifiedAt() == null && channel.nonce().equals(link.nonce())));
    }

    private boolean done(MailLinks.Link link, Channel channel) {
        var did = link.verifies()
                ? store.verify(link.channel(), link.nonce(), UUID.randomUUID(), clock.instant())
                : store.delete(link.channel());
        if (did) {
            log.append(
                    link.verifies()
                            ? NotificationEventKind.NOTIFICATION_CHANNEL_CHANGED
                                    .of(channel)
                                    .variant("verified")
                            : NotificationEventKind.NOTIFICATION_CHANNEL_REMOVED
                                    .of(channel)
                                    .variant("unsubscribed"));
        }
        return did;
    }
}
