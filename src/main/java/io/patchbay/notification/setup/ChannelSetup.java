package io.patchbay.notification.setup;

import io.patchbay.environment.ConnectionLock;
import io.patchbay.environment.Environments;
import io.patchbay.event.EventLog;
import io.patchbay.notification.channel.Channel;
import io.patchbay.notification.channel.ChannelStore;
import io.patchbay.notification.channel.ChannelType;
import io.patchbay.notification.channel.NotificationEventKind;
import io.patchbay.notification.delivery.NoticeMail;
import io.patchbay.notification.delivery.SendResult;
import io.patchbay.notification.delivery.Senders;
import io.patchbay.notification.delivery.TestNotice;
import io.patchbay.outbound.OutboundHttp;
import io.patchbay.platform.crypto.OneTimeSecrets;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.ratelimit.ActionLimits;
import io.patchbay.platform.ratelimit.LimitedAction;
import io.patchbay.platform.ratelimit.RateLimits;
import io.patchbay.platform.tenancy.Current;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Adding channels, and trying them; sends outside of transactions. */
@Service
public class ChannelSetup {

    private static final int AT_MOST = 20;
    private static final int SECRET_BYTES = 32;
    private static final int LINKS_A_DAY = 3;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,253}");

    private final ChannelStore store;
    private final Environments environments;
    private final ConnectionLock connections;
    private final Senders senders;
    private final NoticeMail mail;
    private final OutboundHttp http;
    private final SecretBox secrets;
    private final RateLimits limits;
    private final ActionLimits actions;
    private final EventLog log;
    private final TestNotice tests;
    private final Identifiers identifiers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ChannelSetup(
            ChannelStore store,
            Environments environments,
            ConnectionLock connections,
            Senders senders,
            NoticeMail mail,
            OutboundHttp http,
            @Qualifier("channelSecrets") SecretBox secrets,
            RateLimits limits,
            ActionLimits actions,
            EventLog log,
            TestNotice tests,
            Identifiers identifiers,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.environments = environments;
        this.connections = connections;
        this.senders = senders;
        this.mail = mail;
        this.http = http;
        this.secrets = secrets;
        this.limits = limits;
        this.actions = actions;
        this.log = log;
        this.tests = tests;
        this.identifiers = identifiers;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A channel that was added.
     *
     * @param secret with what its messages are signed; to be shown this once
     * @param mail what the mail server said to the link that verifies an address
     */
    public record Added(
            UUID id, @Nullable String secret, @Nullable SendResult mail) {

        @Override
        public String toString() {
            return "Added[" + id + "]";
        }
    }

    /**
     * Adds a channel. An e-mail address is used only after somebody opened the link that it gets.
     *
     * @throws AddressRefusedException for an address that cannot be used
     * @throws ConflictException where the environment is not connected, or has enough channels
     * @throws TooManyRequestsException where the company adds many channels at once
     */
    public Added add(NewChannel wanted) {
        return add(wanted, () -> {});
    }

    /** The same; what is run while nobody else changes channels of the environment may refuse it. */
    Added add(NewChannel wanted, Runnable held) {
        check(wanted);
        actions.take(LimitedAction.CHANNEL);
        if (wanted.type() == ChannelType.EMAIL) {
            countLink(wanted.address());
        }
        var id = identifiers.next();
        var secret = wanted.type() == ChannelType.WEBHOOK ? OneTimeSecrets.bytes(SECRET_BYTES) : null;
        var channel = channel(id, wanted, secret);
        transaction.executeWithoutResult(status -> store(channel, held));
        return new Added(
                id,
                secret == null ? null : "whsec_" + Base64.getEncoder().encodeToString(secret),
                wanted.type() == ChannelType.EMAIL ? mail.verify(channel, wanted.address(), company()) : null);
    }

    /**
     * Sends something to see whether it arrives.
     *
     * @throws NotFoundException where the company has no such channel
     * @throws ConflictException for an e-mail address that nobody verified
     */
    public SendResult test(UUID id) {
        var channel = find(id);
        if (channel.verifiedAt() == null) {
            throw new ConflictException("channel.notVerified");
        }
        actions.take(LimitedAction.CHANNEL_TEST);
        var sent = senders.send(channel, tests.delivery(channel));
        if (sent instanceof SendResult.Taken) {
            transaction.executeWithoutResult(status -> store.arrived(id, clock.instant()));
        }
        return sent;
    }

    /**
     * Sends the link that verifies an address again.
     *
     * @throws NotFoundException where the company has no such channel
     * @throws ConflictException where it is verified already
     */
    public SendResult verifyAgain(UUID id) {
        var channel = find(id);
        if (channel.verifiedAt() != null) {
            throw new ConflictException("channel.verified");
        }
        var address = new String(secrets.decrypt(id, channel.address()), StandardCharsets.UTF_8);
        countLink(address);
        return mail.verify(channel, address, company());
    }

    private Channel find(UUID id) {
        return Objects.requireNonNull(transaction.execute(status -> store.find(id)))
                .orElseThrow(NotFoundException::new);
    }

    private void check(NewChannel wanted) {
        if (wanted.type() == ChannelType.EMAIL) {
            if (!EMAIL.matcher(wanted.address()).matches()) {
                throw new AddressRefusedException("onboarding.email.invalid");
            }
            return;
        }
        http.problemWith(wanted.address()).ifPresent(reason -> {
            throw new AddressRefusedException("outbound.refused." + reason);
        });
    }

    private void store(Channel channel, Runnable held) {
        environments.get(channel.environment());
        connections.hold(channel.environment());
        held.run();
        if (store.of(channel.environment()).size() >= AT_MOST) {
            throw new ConflictException("channel.tooMany");
        }
        store.insert(channel);
        log.append(NotificationEventKind.NOTIFICATION_CHANNEL_ADDED.of(channel));
    }

    private Channel channel(UUID id, NewChannel wanted, byte @Nullable [] secret) {
        var email = wanted.type() == ChannelType.EMAIL;
        return new Channel(
                id,
                wanted.environment(),
                wanted.type(),
                wanted.name(),
                secrets.encrypt(id, wanted.address().getBytes(StandardCharsets.UTF_8)),
                email ? wanted.address() : URI.create(wanted.address()).getHost(),
                secret == null ? null : secrets.encrypt(id, secret),
                wanted.kinds(),
                email ? null : clock.instant(),
                UUID.randomUUID(),
                0,
                null,
                clock.instant(),
                null,
                false,
                false);
    }

    /** Whatever company asks for it: nobody shall have a mailbox filled by us. */
    private void countLink(String address) {
        var mark = Base64.getEncoder()
                .encodeToString(
                        secrets.sign(("address " + address.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8)));
        var verdict = limits.take(List.of("links:" + mark), LINKS_A_DAY, Duration.ofDays(1));
        if (!verdict.allowed()) {
            throw new TooManyRequestsException(verdict.retryAfter());
        }
    }

    private static String company() {
        return Current.scope().map(Current.Scope::companyName).orElse("Patchbay");
    }
}
