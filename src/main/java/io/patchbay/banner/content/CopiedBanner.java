package io.patchbay.banner.content;

import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Banner.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A banner as it stands in a file.
 *
 * @param text in Markdown
 * @param picture the name of its picture in the file, or null
 */
record CopiedBanner(
        String title,
        String text,
        Severity severity,
        @Nullable String link,
        @Nullable String linkLabel,
        boolean dismissible,
        boolean draft,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String picture) {

    static CopiedBanner of(BannerText text, @Nullable String picture) {
        return new CopiedBanner(
                text.title(),
                text.text(),
                text.severity(),
                text.link(),
                text.linkLabel(),
                text.dismissible(),
                text.draft(),
                text.startsAt(),
                text.endsAt(),
                picture);
    }

    /** The same for a form; of a link that banners may not have any more, nothing is left. */
    BannerText in(EnvironmentId environment) {
        var linked = link != null && HttpsAddress.is(link);
        return new BannerText(
                environment,
                title,
                text,
                severity,
                linked ? link : null,
                linked ? linkLabel : null,
                dismissible,
                draft,
                startsAt,
                endsAt);
    }

    /** Whether it says the same as one that is there. */
    boolean same(BannerView other) {
        return title.equals(other.content().title())
                && text.equals(other.content().text());
    }
}
