package io.patchbay.environment.disconnect;

import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Who asked for something, as the tables of disconnects keep it in columns of the same names. */
public final class RequesterColumns {

    private RequesterColumns() {}

    public static Actor.Member of(ResultSet row) throws SQLException {
        var address = row.getString("address");
        return new Actor.Member(
                new PersonId(
                        row.getObject("person_tenant_id", UUID.class), row.getObject("person_object_id", UUID.class)),
                row.getString("person_name"),
                row.getString("person_email"),
                address == null ? null : new Actor.Origin(address, row.getString("user_agent")));
    }
}
