package io.patchbay.environment.disconnect;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody confirmed.
 *
 * @param keepsApps whether the applications that Patchbay published stay in the tenant
 * @param items how many items the dialog counted; null where that is not known
 */
public record DisconnectChoice(boolean keepsApps, @Nullable Integer items) {

    /** The one that a row of a request or of a disconnect holds. */
    public static DisconnectChoice of(ResultSet row) throws SQLException {
        return new DisconnectChoice(row.getBoolean("keeps_apps"), row.getObject("confirmed_items", Integer.class));
    }
}
