package io.patchbay.notification.setup;

import io.patchbay.environment.GroupMapping;
import io.patchbay.environment.PortablePart;
import io.patchbay.notification.channel.ChannelType;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Channels to be taken along without their secrets. The address of a webhook, of Teams or of Slack is a secret, so only its
 * host is taken and the address has to be typed again; an e-mail address has to be verified again. Type, name and what is shown
 * of the address tell one from another.
 */
@Component
@Order(ChannelPart.AFTER_BANNERS)
class ChannelPart implements PortablePart<ChannelPart.CopiedChannel> {

    static final int AFTER_BANNERS = 4;

    private final Channels channels;
    private final ChannelSetup setup;
    private final MessageSourceAccessor messages;

    ChannelPart(Channels channels, ChannelSetup setup, MessageSourceAccessor messages) {
        this.channels = channels;
        this.setup = setup;
        this.messages = messages;
    }

    /**
     * A channel as it stands in a file.
     *
     * @param address an e-mail address, or only the host of a webhook
     * @param kinds of what it tells; kinds that are not known any more are left out
     */
    record CopiedChannel(ChannelType type, String name, String address, Set<String> kinds) {

        static CopiedChannel of(ChannelView channel) {
            return new CopiedChannel(
                    channel.type(),
                    channel.name(),
                    channel.address(),
                    channel.kinds().stream().map(NoticeKind::name).collect(Collectors.toCollection(TreeSet::new)));
        }

        boolean same(ChannelView other) {
            return type == other.type() && name.equals(other.name()) && address.equals(other.address());
        }

        boolean byMail() {
            return type == ChannelType.EMAIL;
        }

        Set<NoticeKind> knownKinds() {
            return Arrays.stream(NoticeKind.values())
                    .filter(kind -> kinds.contains(kind.name()))
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public String name() {
        return "channels";
    }

    @Override
    public Class<CopiedChannel> type() {
        return CopiedChannel.class;
    }

    @Override
    public List<CopiedChannel> pieces(EnvironmentId environment) {
        return of(environment).stream().map(CopiedChannel::of).toList();
    }

    private List<ChannelView> of(EnvironmentId environment) {
        return channels.all().stream()
                .filter(channel -> channel.environment().equals(environment))
                .toList();
    }

    @Override
    public Capability needed() {
        return Capability.MANAGE_NOTIFICATIONS;
    }

    @Override
    public PartImport<CopiedChannel> importing(
            EnvironmentId environment, List<CopiedChannel> all, GroupMapping groups) {
        return new ChannelImport(environment, all);
    }

    private final class ChannelImport implements PartImport<CopiedChannel> {

        private final EnvironmentId environment;
        private final List<CopiedChannel> all;

        ChannelImport(EnvironmentId environment, List<CopiedChannel> all) {
            this.environment = environment;
            this.all = all;
        }

        @Override
        public List<Prospect> prospects() {
            var there = of(environment);
            return all.stream().map(one -> prospect(one, there)).toList();
        }

        private Prospect prospect(CopiedChannel one, List<ChannelView> there) {
            var detail = messages.getMessage(
                    "copy.channel.detail", new Object[] {messages.getMessage("channel." + one.type()), one.address()});
            if (there.stream().anyMatch(one::same)) {
                return Prospect.there(one.name(), detail);
            }
            return new Prospect(one.name(), detail, Fate.NEW, null, !one.byMail());
        }

        @Override
        public Optional<String> make(int number, Supplied supplied) {
            var one = all.get(number);
            if (of(environment).stream().anyMatch(one::same)) {
                return Optional.empty();
            }
            var address = one.byMail() ? one.address() : supplied.address().strip();
            if (address.isEmpty()) {
                throw new ConflictException("copy.channel.address");
            }
            try {
                return Optional.ofNullable(setup.add(
                                        new NewChannel(environment, one.type(), one.name(), address, one.knownKinds()),
                                        () -> refuseIfThere(one))
                                .secret())
                        .map(secret -> messages.getMessage("copy.channel.secret", new Object[] {one.name(), secret}));
            } catch (ThereException madeMeanwhile) {
                return Optional.empty();
            } catch (AddressRefusedException refused) {
                throw new ConflictException(refused.key());
            }
        }

        private void refuseIfThere(CopiedChannel one) {
            if (of(environment).stream().anyMatch(one::same)) {
                throw new ThereException();
            }
        }
    }

    private static final class ThereException extends RuntimeException {}
}
