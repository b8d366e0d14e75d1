package io.patchbay.banner.content;

import io.patchbay.environment.ConnectionLock;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.image.Picture;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The banners that administrators of the current company write. */
@Service
public class Banners {

    /** The widest that pictures are shown, in pixels. */
    public static final int PICTURE_WIDTH = 396;

    /** The highest. */
    public static final int PICTURE_HEIGHT = 216;

    private static final int LIVE_AT_MOST = 20;
    private static final int ALL_AT_MOST = 500;

    private final BannerStore store;
    private final Environments environments;
    private final ConnectionLock connections;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    Banners(
            BannerStore store,
            Environments environments,
            ConnectionLock connections,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.environments = environments;
        this.connections = connections;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** A banner cannot end before it begins, nor be published when its end has passed. */
    public static class EndsTooEarlyException extends RuntimeException {}

    /** All of them, the last changed first. */
    @Transactional(readOnly = true)
    public List<BannerView> all() {
        return store.all(clock.instant());
    }

    /** The environments for which banners can be written: those that are connected and stay so. */
    @Transactional(readOnly = true)
    public List<EnvironmentView> environments() {
        return environments.all().stream().filter(Banners::open).toList();
    }

    private static boolean open(EnvironmentView environment) {
        var connection = environment.connection();
        return connection != null && !connection.health().disconnecting();
    }

    /**
     * One of them.
     *
     * @throws NotFoundException where the company has no such banner
     */
    @Transactional(readOnly = true)
    public BannerView get(UUID id) {
        return store.find(id, clock.instant()).orElseThrow(NotFoundException::new);
    }

    /** A picture of a banner; empty where the current company, or nobody's company, has no such picture. */
    @Transactional(readOnly = true)
    public Optional<Picture> image(UUID image) {
        return Current.companyIfAny().flatMap(company -> store.image(image));
    }

    /**
     * Adds a banner.
     *
     * @throws ConflictException where the environment is not connected, or has as many banners as it can have
     * @throws EndsTooEarlyException where it would be over before it begins
     */
    @Transactional
    public UUID add(BannerText text, @Nullable Picture picture) {
        refuseUnlessRoom(text);
        var id = identifiers.next();
        var banner = started(text);
        store.insert(id, banner, clock.instant(), Current.actor().name());
        if (picture != null) {
            store.insertImage(identifiers.next(), id, picture);
        }
        tell(BannerEventKind.BANNER_CREATED, banner);
        return id;
    }

    /**
     * Changes a banner; one that was over may begin anew.
     *
     * @param version the version that the change was made from
     * @throws NotFoundException where the company has no such banner
     * @throws EndsTooEarlyException where it would be over before it begins
     * @throws ConflictException where somebody else changed it meanwhile, the environment is not connected, or has no room
     */
    @Transactional
    public void change(UUID id, int version, BannerText text, PictureChange picture) {
        var before = get(id);
        if (before.ended() || !before.content().environment().equals(text.environment())) {
            refuseUnlessRoom(text);
        } else {
            connections.hold(text.environment());
        }
        var banner = started(text);
        store(id, version, banner);
        switch (picture) {
            case PictureChange.Keep keep -> {}
            case PictureChange.Remove remove -> store.deleteImage(id);
            case PictureChange.Replace(var replacement) -> {
                store.deleteImage(id);
                store.insertImage(identifiers.next(), id, replacement);
            }
        }
        tell(BannerEventKind.BANNER_UPDATED, banner);
    }

    /**
     * Ends a banner now.
     *
     * @return its title
     * @throws NotFoundException where the company has no such banner
     * @throws ConflictException where it is not shown now
     */
    @Transactional
    public String end(UUID id) {
        var banner = get(id);
        if (!banner.active()) {
            throw new ConflictException("banners.notActive");
        }
        var ended = banner.content().endingAt(clock.instant());
        store(id, banner.version(), ended);
        tell(BannerEventKind.BANNER_ENDED, ended);
        return ended.title();
    }

    /**
     * Makes a draft that says the same.
     *
     * @throws NotFoundException where the company has no such banner
     * @throws ConflictException where the environment is not connected, or has as many banners as it can have
     */
    @Transactional
    public UUID duplicate(UUID id) {
        var banner = get(id);
        var image = banner.image();
        return add(
                banner.content().asDraft(),
                image == null ? null : store.image(image).orElse(null));
    }

    /**
     * Deletes a banner with its picture.
     *
     * @return its title
     * @throws NotFoundException where the company has no such banner
     */
    @Transactional
    public String delete(UUID id) {
        var banner = get(id);
        store.delete(id);
        tell(BannerEventKind.BANNER_DELETED, banner.content());
        return banner.content().title();
    }

    /** Those of an environment. */
    @Transactional(readOnly = true)
    public List<BannerView> of(EnvironmentId environment) {
        return all().stream()
                .filter(banner -> banner.content().environment().equals(environment))
                .toList();
    }

    private BannerText started(BannerText text) {
        var banner = text.startingBy(clock.instant());
        if (banner.endsBefore(clock.instant())) {
            throw new EndsTooEarlyException();
        }
        return banner;
    }

    private void store(UUID id, int version, BannerText text) {
        var now = clock.instant();
        if (!store.update(id, version, text, now, Current.actor().name())) {
            throw new ConflictException("banners.changed");
        }
    }

    private void refuseUnlessRoom(BannerText text) {
        connections.hold(text.environment());
        var there = of(text.environment());
        if (there.stream().filter(banner -> !banner.ended()).count() >= LIVE_AT_MOST) {
            throw new ConflictException("banners.tooMany", LIVE_AT_MOST);
        }
        if (there.size() >= ALL_AT_MOST) {
            throw new ConflictException("banners.historyFull", ALL_AT_MOST);
        }
    }

    private void tell(EventKind kind, BannerText banner) {
        log.append(NewEvent.of(kind, banner.title())
                .in(banner.environment())
                .with("title", banner.title())
                .with("severity", banner.severity().name().toLowerCase(java.util.Locale.ROOT))
                .with(
                        "state",
                        BannerView.BannerState.of(banner, clock.instant())
                                .name()
                                .toLowerCase(java.util.Locale.ROOT))
                .with("start", banner.startsAt())
                .with("end", banner.endsAt()));
    }
}
