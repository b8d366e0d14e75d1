package io.patchbay.licensing;

import io.patchbay.platform.tenancy.CompanyId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A license key to be issued.
 *
 * @param id made by whoever asks, so that asking twice issues one key
 * @param plan the plan's identifier
 * @param company the only company that may activate it, null for a bearer key
 * @param quote the quote that it answers, null without one
 */
public record NewKey(
        UUID id,
        String plan,
        int devices,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable CompanyId company,
        @Nullable UUID quote) {}
