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
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collects what all modules contribute to the layout of a page, in one transaction rather than one for each. */
@Service
class LayoutContributions {

    /** As many as somebody goes through; where each of hundreds of connections has its own, the most severe ones. */
    private static final int BANNERS_AT_MOST = 20;

    private final ObjectProvider<NavigationSource> navigation;
    private final ObjectProvider<BannerSource> banners;
    private final ObjectProvider<BannerBoard> bannerBoard;
    private final ObjectProvider<BellSource> bell;

    LayoutContributions(
            ObjectProvider<NavigationSource> navigation,
            ObjectProvider<BannerSource> banners,
            ObjectProvider<BannerBoard> bannerBoard,
            ObjectProvider<BellSource> bell) {
        this.navigation = navigation;
        this.banners = banners;
        this.bannerBoard = bannerBoard;
        this.bell = bell;
    }

    /** What the modules contribute for the current account; the most severe banner first. */
    record Contributions(List<NavigationEntry> navigation, List<Banner> banners, Optional<Bell> bell) {

        static final Contributions NONE = new Contributions(List.of(), List.of(), Optional.empty());
    }

    @Transactional(readOnly = true)
    Contributions all() {
        return PageView.during(this::collected);
    }

    private Contributions collected() {
        var entries =
                navigation.stream().flatMap(source -> source.entries().stream()).toList();
        return new Contributions(
                entries,
                shown().stream().limit(BANNERS_AT_MOST).toList(),
                Optional.ofNullable(bell.getIfAvailable()).flatMap(BellSource::bell));
    }

    /** Dismisses a banner for the current account; one that is not shown, or that has to stay, changes nothing. */
    @Transactional
    void dismiss(String key) {
        if (shown().stream()
                .anyMatch(banner -> banner.dismissible() && banner.key().equals(key))) {
            bannerBoard.ifAvailable(board -> board.dismiss(key));
        }
    }

    private List<Banner> shown() {
        var posted = Optional.ofNullable(bannerBoard.getIfAvailable())
                .map(BannerBoard::posted)
                .orElseGet(() -> new BannerBoard.Posted(List.of(), java.util.Set.of()));
        var system = banners.orderedStream().flatMap(source -> source.banners().stream());
        return Stream.concat(system, posted.banners().stream())
                .filter(banner -> !banner.dismissible() || !posted.dismissed().contains(banner.key()))
                .sorted(Comparator.comparing(Banner::severity).reversed())
                .toList();
    }
}
