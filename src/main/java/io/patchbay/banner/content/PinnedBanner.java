package io.patchbay.banner.content;

import io.patchbay.ui.Banner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a page shows of an active banner, as it is read together with everything else that a page asks for. */
record PinnedBanner(
        UUID id,
        int version,
        String title,
        String body,
        Banner.Severity severity,
        @Nullable String link,
        @Nullable String linkLabel,
        boolean dismissible,
        @Nullable UUID image) {

    Banner shown() {
        return BannerView.shown(this);
    }
}
