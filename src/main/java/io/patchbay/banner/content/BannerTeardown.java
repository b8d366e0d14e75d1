package io.patchbay.banner.content;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Banners end with the connection of their environment. */
@Component
class BannerTeardown implements ConnectionTeardown {

    private final Banners banners;
    private final BannerStore store;

    BannerTeardown(Banners banners, BannerStore store) {
        this.banners = banners;
        this.store = store;
    }

    @Override
    public String kind() {
        return "banners";
    }

    @Override
    public boolean appendsEvents() {
        return true;
    }

    @Override
    public List<TeardownItem> preview(EnvironmentId environment) {
        return banners.of(environment).stream()
                .map(banner -> new TeardownItem(
                        banner.id().toString(), banner.content().title()))
                .toList();
    }

    @Override
    public Removal remove(EnvironmentId environment, TeardownItem piece) {
        try {
            banners.delete(UUID.fromString(piece.reference()));
        } catch (NotFoundException goneAlready) {
            return new Removal.Removed();
        }
        return new Removal.Removed();
    }

    @EventListener
    void disconnected(IntuneDisconnected event) {
        store.forgetDismissals(event.environment());
    }
}
