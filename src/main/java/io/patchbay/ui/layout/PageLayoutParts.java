package io.patchbay.ui.layout;

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

/** Asks all modules what they have for the frame, in one transaction: a page should not pay for one each. */
@Service
class PageLayoutParts {

    private final ObjectProvider<NavigationSource> navigation;
    private final ObjectProvider<BannerSource> banners;
    private final ObjectProvider<BannerBoard> noticeboard;
    private final ObjectProvider<BellSource> bell;

    PageLayoutParts(
            ObjectProvider<NavigationSource> navigation,
            ObjectProvider<BannerSource> banners,
            ObjectProvider<BannerBoard> noticeboard,
            ObjectProvider<BellSource> bell) {
        this.navigation = navigation;
        this.banners = banners;
        this.noticeboard = noticeboard;
        this.bell = bell;
    }

    /** What the modules have for the current visitor; the most severe banner first. */
    record RequestParts(List<NavigationEntry> navigation, List<Banner> banners, Optional<Bell> bell) {

        static final RequestParts NONE = new RequestParts(List.of(), List.of(), Optional.empty());
    }

    @Transactional(readOnly = true)
    RequestParts all() {
        var entries =
                navigation.stream().flatMap(source -> source.entries().stream()).toList();
        return new RequestParts(
                entries, shown(), Optional.ofNullable(bell.getIfAvailable()).flatMap(BellSource::bell));
    }

    /** Puts a banner away for the current visitor; one that is not shown, or that has to stay, changes nothing. */
    @Transactional
    void dismiss(String key) {
        if (shown().stream()
                .anyMatch(banner -> banner.dismissible() && banner.key().equals(key))) {
            noticeboard.ifAvailable(board -> board.dismiss(key));
        }
    }

    private List<Banner> shown() {
        var posted = Optional.ofNullable(noticeboard.getIfAvailable())
                .map(BannerBoard::posted)
                .orElseGet(() -> new BannerBoard.Posted(List.of(), java.util.Set.of()));
        var system = banners.orderedStream().flatMap(source -> source.banners().stream());
        return Stream.concat(system, posted.banners().stream())
                .filter(banner -> !banner.dismissible() || !posted.dismissed().contains(banner.key()))
                .sorted(Comparator.comparing(Banner::severity).reversed())
                .toList();
    }
}
