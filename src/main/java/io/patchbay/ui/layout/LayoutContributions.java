package io.patchbay.ui.layout;

import io.patchbay.platform.pageview.PageView;
import io.patchbay.ui.Banner;
import io.patchbay.ui.BannerBoard;
import io.patchbay.ui.BannerSource;
import io.patchbay.ui.Bell;
import io.patchbay.ui.BellSource;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Collects what all modules contribute to the layout of a page. */
@Service
class LayoutContributions {

    /** As many as somebody goes through; where each of hundreds of connections has its own, the most severe ones. */
    private static final int BANNERS_AT_MOST = 20;

    private final Supplier<List<NavigationSource>> navigation;
    private final Supplier<List<BannerSource>> banners;
    private final Supplier<Optional<BannerBoard>> bannerBoard;
    private final Supplier<Optional<BellSource>> bell;

    LayoutContributions(
            ObjectProvider<NavigationSource> navigation,
            ObjectProvider<BannerSource> banners,
            ObjectProvider<BannerBoard> bannerBoard,
            ObjectProvider<BellSource> bell) {
        this.navigation = SingletonSupplier.of(() -> navigation.stream().toList());
        this.banners = SingletonSupplier.of(() -> banners.orderedStream().toList());
        this.bannerBoard = SingletonSupplier.of(() -> Optional.ofNullable(bannerBoard.getIfAvailable()));
        this.bell = SingletonSupplier.of(() -> Optional.ofNullable(bell.getIfAvailable()));
    }

    /** What the modules contribute for the current account; the most severe banner first. */
    record Contributions(List<NavigationEntry> navigation, List<Banner> banners, Optional<Bell> bell) {

        static final Contributions NONE = new Contributions(List.of(), List.of(), Optional.empty());
    }

    Contributions all() {
        return PageView.during(this::collected);
    }

    private Contributions collected() {
        var entries = navigation.get().stream()
                .flatMap(source -> source.entries().stream())
                .toList();
        return new Contributions(
                entries,
                shown().stream().limit(BANNERS_AT_MOST).toList(),
                bell.get().flatMap(BellSource::bell));
    }

    /** Dismisses a banner for the current account; one that is not shown, or that has to stay, changes nothing. */
    @Transactional
    void dismiss(String key) {
        if (shown().stream()
                .anyMatch(banner -> banner.dismissible() && banner.key().equals(key))) {
            bannerBoard.get().ifPresent(board -> board.dismiss(key));
        }
    }

    private List<Banner> shown() {
        var posted = bannerBoard
                .get()
                .map(BannerBoard::posted)
                .orElseGet(() -> new BannerBoard.Posted(List.of(), java.util.Set.of()));
        var system = banners.get().stream().flatMap(source -> source.banners().stream());
        return Stream.concat(system, posted.banners().stream())
                .filter(banner -> !banner.dismissible() || !posted.dismissed().contains(banner.key()))
                .sorted(Comparator.comparing(Banner::severity).reversed())
                .toList();
    }
}
