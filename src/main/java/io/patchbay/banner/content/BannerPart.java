package io.patchbay.banner.content;

import io.patchbay.environment.ConnectionLock;
import io.patchbay.environment.GroupMapping;
import io.patchbay.environment.PortablePart;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.image.Picture;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Banners with their pictures to be taken along; those that are over without. Title and text tell one from another. */
@Component
@Order(BannerPart.AFTER_DEPLOYMENTS)
class BannerPart implements PortablePart<CopiedBanner> {

    static final int AFTER_DEPLOYMENTS = 3;

    private final Banners banners;
    private final ConnectionLock connections;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final MessageSourceAccessor messages;

    BannerPart(
            Banners banners,
            ConnectionLock connections,
            TransactionOperations transaction,
            Clock clock,
            MessageSourceAccessor messages) {
        this.banners = banners;
        this.connections = connections;
        this.transaction = transaction;
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "banners";
    }

    @Override
    public Class<CopiedBanner> type() {
        return CopiedBanner.class;
    }

    @Override
    public List<CopiedBanner> pieces(EnvironmentId environment) {
        return banners.of(environment).stream()
                .map(one -> CopiedBanner.of(
                        one.content(), picture(one).map(BannerPart::fileName).orElse(null)))
                .toList();
    }

    private Optional<NamedPicture> picture(BannerView banner) {
        var image = banner.image();
        return image == null || banner.ended()
                ? Optional.empty()
                : banners.image(image).map(picture -> new NamedPicture(image, picture));
    }

    private record NamedPicture(UUID id, Picture picture) {}

    private static String fileName(NamedPicture named) {
        return "banners/" + named.id() + (named.picture().contentType().equals("image/png") ? ".png" : ".jpg");
    }

    @Override
    public Map<String, byte[]> pictures(EnvironmentId environment) {
        var pictures = new LinkedHashMap<String, byte[]>();
        banners.of(environment).stream()
                .flatMap(one -> picture(one).stream())
                .forEach(named -> pictures.put(fileName(named), named.picture().content()));
        return pictures;
    }

    @Override
    public Capability needed() {
        return Capability.MANAGE_BANNERS;
    }

    @Override
    public PartImport<CopiedBanner> importing(EnvironmentId environment, List<CopiedBanner> all, GroupMapping groups) {
        return new BannerImport(environment, all);
    }

    private final class BannerImport implements PartImport<CopiedBanner> {

        private final EnvironmentId environment;
        private final List<CopiedBanner> all;

        BannerImport(EnvironmentId environment, List<CopiedBanner> all) {
            this.environment = environment;
            this.all = all;
        }

        @Override
        public List<Prospect> prospects() {
            var there = banners.of(environment);
            return all.stream().map(one -> prospect(one, there)).toList();
        }

        private Prospect prospect(CopiedBanner one, List<BannerView> there) {
            var detail = messages.getMessage("tone." + one.severity().tone());
            if (there.stream().anyMatch(one::same)) {
                return Prospect.there(one.title(), detail);
            }
            return one.in(environment).endsBefore(clock.instant())
                    ? Prospect.impossible(one.title(), detail, messages.getMessage("copy.banner.over"))
                    : Prospect.possible(one.title(), detail);
        }

        @Override
        public Optional<String> make(int number, Supplied supplied) {
            var one = all.get(number);
            try {
                var picture = drawn(one.picture(), supplied);
                transaction.executeWithoutResult(status -> addUnlessThere(one, picture));
            } catch (Banners.EndsTooEarlyException over) {
                throw new ConflictException("copy.banner.over");
            } catch (Picture.UnusableException unusable) {
                throw new ConflictException(unusable.messageKey());
            }
            return Optional.empty();
        }

        /** Whoever makes the same at the same time waits for the connection, and then sees it. */
        private void addUnlessThere(CopiedBanner one, @Nullable Picture picture) {
            connections.hold(environment);
            if (banners.of(environment).stream().noneMatch(one::same)) {
                banners.add(one.in(environment), picture);
            }
        }

        private static @Nullable Picture drawn(@Nullable String name, Supplied supplied) {
            var file = name == null ? null : supplied.pictures().get(name);
            return file == null ? null : Picture.of(file, Banners.PICTURE_WIDTH, Banners.PICTURE_HEIGHT);
        }
    }
}
