package io.patchbay.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the layouts show around a page. Each part is worked out when a layout first asks for it: a page without a
 * navigation asks nobody for entries.
 */
record Frame(
        Supplier<List<NavigationEntry>> navigation,
        Supplier<List<Banner>> notices,
        Supplier<Optional<Account>> visitor,
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

    public List<Banner> banners() {
        return this.notices.get().stream()
                .sorted(Comparator.comparing(Banner::severity).reversed())
                .toList();
    }

    public @Nullable Account account() {
        return this.visitor.get().orElse(null);
    }

    public List<Theme> themes() {
        return List.of(Theme.values());
    }

    /** The same without anything that other modules supply. */
    Frame alone() {
        return new Frame(List::of, List::of, Optional::empty, this.theme, this.collapsed, this.version, this.here);
    }

    private List<NavigationEntry> section(NavigationEntry.Section section) {
        return this.navigation.get().stream()
                .filter(entry -> entry.section() == section)
                .sorted(Comparator.comparingInt(NavigationEntry::order).thenComparing(NavigationEntry::key))
                .toList();
    }
}
