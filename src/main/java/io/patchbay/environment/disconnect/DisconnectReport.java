package io.patchbay.environment.disconnect;

import io.patchbay.platform.tenancy.Actor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a disconnect was asked to do, and what it did.
 *
 * @param origin from where it was asked for, where that is known
 * @param correlation the correlation ID that its events carry; null for disconnects from before it was written down
 * @param agreement how it came about; null where it began at once
 * @param choice what was confirmed before it began
 * @param consent what is known of the consent since
 * @param counts how many pieces ended each way
 * @param items one page of them
 * @param next after which piece the next page begins; null on the last one
 */
public record DisconnectReport(
        DisconnectView run,
        Actor.@Nullable Origin origin,
        @Nullable String correlation,
        @Nullable Agreement agreement,
        DisconnectChoice choice,
        RemainingConsent consent,
        Map<ReportResult, Integer> counts,
        List<ReportItem> items,
        @Nullable Integer next) {

    /** How many items were confirmed; those that it began with where only they are known. */
    public int confirmed() {
        return Objects.requireNonNullElse(choice.items(), run.total());
    }
}
