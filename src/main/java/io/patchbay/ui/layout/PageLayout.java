package io.patchbay.ui.layout;

import io.patchbay.ui.Account;
import io.patchbay.ui.Banner;
import io.patchbay.ui.Bell;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.Tab;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the layouts show around a page. Each part is worked out when a layout first asks for it: a page without a
 * navigation asks nobody for entries.
 */
public record PageLayout(
        Supplier<LayoutContributions.Contributions> contributions,
        Function<String, List<Tab>> pageTabs,
        Supplier<Optional<Account>> currentAccount,
        Supplier<Optional<ZoneId>> chosenZone,
        Supplier<ZoneId> readersZone,
        Theme theme,
        boolean collapsed,
        String version,
        String here) {

    public List<NavigationEntry> main() {
        return section(NavigationEntry.Section.MAIN);
    }

    public List<NavigationEntry> settings() {
        return section(NavigationEntry.Section.SETTINGS);
    }

    public List<NavigationEntry> staff() {
        return section(NavigationEntry.Section.STAFF);
    }

    public List<Banner> banners() {
        return this.contributions.get().banners();
    }

    /** What other modules add to the tabs of a page. */
    public List<Tab> tabs(String page) {
        return this.pageTabs.apply(page);
    }

    public @Nullable Account account() {
        return this.currentAccount.get().orElse(null);
    }

    public @Nullable Bell bell() {
        return this.contributions.get().bell().orElse(null);
    }

    public List<Theme> themes() {
        return List.of(Theme.values());
    }

    /** The zone the reader chose, as JavaScript knows it too; null for the browser's own. */
    public @Nullable String timeZone() {
        return this.chosenZone.get().map(ZoneId::getId).orElse(null);
    }

    /** How the reader is told points in time. */
    public ReaderDates dates() {
        return new ReaderDates(this.readersZone.get());
    }

    /** The same without anything that other modules supply. */
    public PageLayout alone() {
        return new PageLayout(
                () -> LayoutContributions.Contributions.NONE,
                page -> List.of(),
                Optional::empty,
                Optional::empty,
                () -> ZoneOffset.UTC,
                this.theme,
                this.collapsed,
                this.version,
                this.here);
    }

    private List<NavigationEntry> section(NavigationEntry.Section section) {
        return this.contributions.get().navigation().stream()
                .filter(entry -> entry.section() == section)
                .sorted(Comparator.comparingInt(NavigationEntry::order).thenComparing(NavigationEntry::key))
                .toList();
    }
}
