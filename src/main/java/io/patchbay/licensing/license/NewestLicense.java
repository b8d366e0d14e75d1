package io.patchbay.licensing.license;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What pages read of a license. */
public record NewestLicense(
        UUID environment,
        License.LicenseKind kind,
        String plan,
        int devices,
        @Nullable String keyEnding,
        Instant startsAt,
        Instant endsAt,
        License.@Nullable CloseReason closeReason) {

    public boolean trial() {
        return kind == License.LicenseKind.TRIAL;
    }

    public Period period() {
        return new Period(startsAt, endsAt);
    }

    public boolean valid(Instant now) {
        return License.valid(closeReason, period(), now);
    }

    public boolean revoked() {
        return closeReason == License.CloseReason.REVOKED;
    }
}
