package io.patchbay.ui;

import java.util.List;
import java.util.Set;

/** Where people pin up banners and where it is remembered which of all banners a visitor has put away. */
public interface BannerBoard {

    /** What hangs there for the current visitor; asked once for each page. */
    Posted posted();

    /** Remembers that the current visitor has put this banner away; again changes nothing. */
    void dismiss(String key);

    /**
     * What hangs there.
     *
     * @param banners the banners of people
     * @param dismissed the keys of banners that the visitor has put away, whoever supplies them
     */
    record Posted(List<Banner> banners, Set<String> dismissed) {

        /** Keeps its own copies. */
        public Posted {
            banners = List.copyOf(banners);
            dismissed = Set.copyOf(dismissed);
        }
    }
}
