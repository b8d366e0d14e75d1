package io.patchbay.banner.web;

import io.patchbay.banner.content.BannerText;
import io.patchbay.banner.content.BannerView;
import io.patchbay.banner.content.HttpsAddress;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Banner.Severity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/**
 * What is typed into the form of a banner.
 *
 * @param zone in which start and end are meant; the browser's, or UTC where no script fills it in
 * @param version the version that was opened, null for a new banner
 */
public record BannerForm(
        @NotNull(message = "{banners.environment.required}") @Nullable
        UUID environment,

        @NotNull(message = "{banners.severity.required}") @Nullable
        Severity severity,

        @NotBlank(message = "{banners.title.required}") @Size(max = 100, message = "{banners.title.tooLong}")
        String title,

        @Size(max = 2000, message = "{banners.text.tooLong}")
        String text,

        String link,

        @Size(max = 40, message = "{banners.linkLabel.tooLong}")
        String linkLabel,

        @Nullable MultipartFile image,
        @Nullable Boolean removeImage,

        @DateTimeFormat(pattern = MINUTES) @Nullable LocalDateTime starts,

        @DateTimeFormat(pattern = MINUTES) @Nullable LocalDateTime ends,

        String zone,
        @Nullable Boolean dismissible,
        @Nullable Boolean publish,
        @Nullable Integer version) {

    private static final String MINUTES = "yyyy-MM-dd'T'HH:mm";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    public BannerForm {
        title = title == null ? "" : title.strip();
        text = text == null ? "" : text.replace("\r\n", "\n").strip();
        link = link == null ? "" : link.strip();
        linkLabel = linkLabel == null ? "" : linkLabel.strip();
        zone = zone == null || zone.isBlank() ? "UTC" : zone;
    }

    static BannerForm empty(@Nullable UUID environment) {
        return new BannerForm(
                environment, Severity.INFO, "", "", "", "", null, null, null, null, "UTC", true, null, null);
    }

    static BannerForm of(BannerView banner) {
        var content = banner.content();
        return new BannerForm(
                content.environment().value(),
                content.severity(),
                content.title(),
                content.text(),
                Objects.requireNonNullElse(content.link(), ""),
                Objects.requireNonNullElse(content.linkLabel(), ""),
                null,
                null,
                utc(content.startsAt()),
                utc(content.endsAt()),
                "UTC",
                content.dismissible(),
                null,
                banner.version());
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Says what no annotation can. */
    void check(BindingResult errors) {
        if (!link.isEmpty() && !HttpsAddress.is(link)) {
            errors.rejectValue("link", "banners.link.invalid");
        }
        if (!link.isEmpty() && linkLabel.isEmpty()) {
            errors.rejectValue("linkLabel", "banners.linkLabel.required");
        }
        if (link.isEmpty() && !linkLabel.isEmpty()) {
            errors.rejectValue("link", "banners.linkLabel.alone");
        }
        if (unlikely(starts)) {
            errors.rejectValue("starts", "banners.time.range");
        }
        if (unlikely(ends)) {
            errors.rejectValue("ends", "banners.time.range");
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            errors.rejectValue("zone", "banners.zone.unknown");
        }
    }

    private static boolean unlikely(@Nullable LocalDateTime time) {
        return time != null && (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR);
    }

    boolean hasImage() {
        return image != null && !image.isEmpty();
    }

    /** What is meant, once it was checked. */
    BannerText content() {
        return content(Objects.requireNonNull(environment), title, instant(starts), instant(ends));
    }

    /** What can be shown of it while it is still being typed. */
    BannerText unfinished(String placeholder) {
        return content(new UUID(0, 0), title.isEmpty() ? placeholder : title, null, null);
    }

    private BannerText content(UUID of, String heading, @Nullable Instant startsAt, @Nullable Instant endsAt) {
        var linked = HttpsAddress.is(link);
        return new BannerText(
                new EnvironmentId(of),
                heading,
                text,
                severity == null ? Severity.INFO : severity,
                linked ? link : null,
                linked && !linkLabel.isEmpty() ? linkLabel : null,
                Boolean.TRUE.equals(dismissible),
                !Boolean.TRUE.equals(publish),
                startsAt,
                endsAt);
    }

    private @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(ZoneId.of(zone)).toInstant();
    }
}
