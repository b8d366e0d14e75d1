package io.patchbay.event.view;

import io.patchbay.event.SavedViews.SavedView;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Saved views as they are stored. */
@Repository
public class SavedViewStore {

    private static final String OWN = " where company_id = ? and tenant_id = ? and object_id = ?";

    private final JdbcClient jdbc;

    SavedViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SavedView> of(PersonId person) {
        return jdbc.sql("select view_id, name, address from event_view" + OWN + " order by lower(name)")
                .params(Current.company().value(), person.tenantId(), person.objectId())
                .query((row, number) -> new SavedView(
                        row.getObject("view_id", UUID.class), row.getString("name"), row.getString("address")))
                .list();
    }

    public void add(PersonId person, SavedView view) {
        jdbc.sql("""
                        insert into event_view (company_id, view_id, tenant_id, object_id, name, address)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Current.company().value(),
                        view.id(),
                        person.tenantId(),
                        person.objectId(),
                        view.name(),
                        view.address())
                .update();
    }

    public void rename(PersonId person, UUID id, String name) {
        jdbc.sql("update event_view set name = ?" + OWN + " and view_id = ?")
                .params(name, Current.company().value(), person.tenantId(), person.objectId(), id)
                .update();
    }

    public boolean delete(PersonId person, UUID id) {
        return jdbc.sql("delete from event_view" + OWN + " and view_id = ?")
                        .params(Current.company().value(), person.tenantId(), person.objectId(), id)
                        .update()
                == 1;
    }

    public void deleteAll(PersonId person) {
        jdbc.sql("delete from event_view" + OWN)
                .params(Current.company().value(), person.tenantId(), person.objectId())
                .update();
    }

    public void deleteAll() {
        jdbc.sql("delete from event_view where company_id = ?")
                .param(Current.company().value())
                .update();
    }
}
