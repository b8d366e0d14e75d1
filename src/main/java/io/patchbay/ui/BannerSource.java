package io.patchbay.ui;

import java.util.List;

/** Supplies banners for the top of every page; implemented as a bean by modules that have something to say there. */
@FunctionalInterface
public interface BannerSource {

    /** The banners for the current visitor; asked once for each page. */
    List<Banner> banners();
}
