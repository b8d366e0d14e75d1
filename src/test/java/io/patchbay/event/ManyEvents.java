package io.patchbay.event;

import io.patchbay.event.log.EventNotes;
import io.patchbay.event.log.EventReader;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.testsupport.Portal;
import java.sql.SQLException;
import java.util.UUID;

/** Events in numbers that nobody would make by hand, written past the application. */
public final class ManyEvents {

    private ManyEvents() {}

    /**
     * The statement that writes events, one every so many seconds into the past, the newest some seconds ago; the oldest is
     * one that a log may begin with. Their notes are forged until {@link #note} makes them true.
     */
    public static String insert(String company, long number, int secondsBetween, String title) {
        return """
                with made as (
                  select i, (extract(epoch from now())::bigint - 60 - i * %d) * 1000 as ms from generate_series(0, %d - 1) i),
                written as (
                  insert into event (company_id, occurred_at, event_id, type, title, description, category, operation,
                    severity, actor_kind, actor_name, correlation_id, details)
                  select %s, to_timestamp(ms / 1000.0),
                    (lpad(to_hex(ms), 12, '0') || '70008' || substr(md5(random()::text), 1, 15))::uuid,
                    case i when %d - 1 then 'COMPANY_CREATED' else 'COMPANY_UPDATED' end,
                    '%s ' || i, 'Number ' || i || ' of many.', (array['COMPANY', 'INTUNE', 'USER'])[1 + i %% 3], 'UPDATED',
                    (array['GENERAL', 'SECURITY'])[1 + i %% 2], 'PERSON', 'Person ' || i %% 7, 'c' || i, '{"changed": "x"}'
                  from made returning company_id, event_id, occurred_at)
                insert into event_unsealed (company_id, event_id, occurred_at)
                select company_id, event_id, occurred_at from written
                """.formatted(secondsBetween, number, company, number, title);
    }

    public static void write(Portal portal, UUID company, long number, int secondsBetween, String title) {
        portal.database().execute(insert("'" + company + "'::uuid", number, secondsBetween, title));
        note(portal);
    }

    /** Gives all notes that were written past the application what the application would have written. */
    public static void note(Portal portal) {
        var notes = portal.bean(EventNotes.class);
        var reader = portal.bean(EventReader.class);
        try (var connection = portal.database().asSuperuser();
                var statement = connection.createStatement();
                var update = connection.prepareStatement(
                        "update event_unsealed set mac = ? where company_id = ? and event_id = ?");
                var rows = statement.executeQuery(
                        "select " + EventReader.columns("e")
                                + ", company_id from event_unsealed u join event e using (company_id, event_id) where u.mac is null")) {
            while (rows.next()) {
                var event = reader.mapRow(rows, 0);
                var company = new CompanyId(rows.getObject("company_id", UUID.class));
                update.setBytes(1, Current.as(company, new Actor.Machine("Test"), () -> notes.of(event)));
                update.setObject(2, company.value());
                update.setObject(3, event.id());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
