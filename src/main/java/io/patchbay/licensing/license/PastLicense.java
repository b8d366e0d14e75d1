package io.patchbay.licensing.license;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of an environment's history of licenses.
 *
 * @param keyEnding the last five characters of its key, null for a trial
 * @param outcome a message key: whether it is valid, replaced, revoked or expired
 */
public record PastLicense(
        String plan,
        int devices,
        @Nullable String keyEnding,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant activatedAt,
        String activatedBy,
        String outcome) {}
