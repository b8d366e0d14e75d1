package io.patchbay.environment.disconnect;

import io.patchbay.platform.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a disconnect came about that did not begin at once.
 *
 * @param askedAt when it was asked for
 * @param confirmedBy the second person; null where none was needed
 * @param waitHours how long it could be canceled before it began
 */
public record Agreement(
        Instant askedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        int waitHours) {

    static @Nullable Agreement of(ResultSet row) throws SQLException {
        var asked = Timestamps.instantOrNull(row, "asked_at");
        return asked == null
                ? null
                : new Agreement(
                        asked,
                        row.getString("confirmed_by"),
                        Timestamps.instantOrNull(row, "confirmed_at"),
                        row.getInt("wait_hours"));
    }
}
