package io.patchbay.banner.content;

import io.patchbay.ui.Banner;
import io.patchbay.ui.BannerAction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A banner as its pages show it.
 *
 * @param image the picture's identifier, or null
 * @param version how often it was changed, for the form that changes it next
 */
public record BannerView(
        UUID id,
        BannerText content,
        @Nullable UUID image,
        BannerState state,
        Instant changedAt,
        String changedBy,
        int version) {

    /** Where a banner stands. */
    public enum BannerState {
        DRAFT,
        SCHEDULED,
        ACTIVE,
        ENDED;

        static BannerState of(BannerText content, Instant now) {
            if (content.draft()) {
                return DRAFT;
            }
            if (content.endsAt() != null && !content.endsAt().isAfter(now)) {
                return ENDED;
            }
            return content.startsAt() != null && content.startsAt().isAfter(now) ? SCHEDULED : ACTIVE;
        }
    }

    /** Whether it is over. */
    public boolean ended() {
        return state == BannerState.ENDED;
    }

    /** Whether it can be ended now. */
    public boolean active() {
        return state == BannerState.ACTIVE;
    }

    static String keyOf(UUID id) {
        return "banner:" + id + ":";
    }

    /** As it is shown at the top of the pages; a change makes another banner of it for those who put it away. */
    static Banner shown(PinnedBanner pinned) {
        return new Banner(
                keyOf(pinned.id()) + pinned.version(),
                pinned.severity(),
                pinned.title(),
                Markdown.read(pinned.body()),
                address(pinned.image()),
                actions(pinned.link(), pinned.linkLabel()),
                pinned.dismissible());
    }

    /** What a text would look like at the top of the pages. */
    public static Banner preview(BannerText content, @Nullable UUID image) {
        return new Banner(
                "preview",
                content.severity(),
                content.title(),
                Markdown.read(content.text()),
                address(image),
                actions(content.link(), content.linkLabel()),
                content.dismissible());
    }

    private static @Nullable String address(@Nullable UUID image) {
        return image == null ? null : "/banners/images/" + image;
    }

    private static List<BannerAction> actions(@Nullable String link, @Nullable String label) {
        return link == null ? List.of() : List.of(new BannerAction(label == null ? link : label, link));
    }
}
