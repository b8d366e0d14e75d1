package io.patchbay.banner.content;

import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Banner.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator decides of a banner.
 *
 * @param environment to whose connection it belongs
 * @param text in Markdown
 * @param link an https address, or null
 * @param linkLabel what the link says, or null
 * @param dismissible whether readers may put it away
 * @param draft whether it is to be shown to nobody yet
 * @param startsAt from when it is shown; null for as soon as it is no draft any more
 * @param endsAt until when it is shown; null for until somebody ends it
 */
public record BannerText(
        EnvironmentId environment,
        String title,
        String text,
        Severity severity,
        @Nullable String link,
        @Nullable String linkLabel,
        boolean dismissible,
        boolean draft,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    BannerText startingBy(Instant now) {
        return draft || startsAt != null ? this : starting(now);
    }

    boolean endsBefore(Instant now) {
        return endsAt != null && ((startsAt != null && !endsAt.isAfter(startsAt)) || (!draft && !endsAt.isAfter(now)));
    }

    BannerText asDraft() {
        return new BannerText(environment, title, text, severity, link, linkLabel, dismissible, true, null, null);
    }

    BannerText endingAt(Instant at) {
        return new BannerText(environment, title, text, severity, link, linkLabel, dismissible, draft, startsAt, at);
    }

    private BannerText starting(Instant at) {
        return new BannerText(environment, title, text, severity, link, linkLabel, dismissible, draft, at, endsAt);
    }
}
