package io.patchbay.event;

import io.patchbay.testsupport.TestDatabase;
import java.util.UUID;

/** Events in numbers that nobody would make by hand, written past the application. */
public final class ManyEvents {

    private ManyEvents() {}

    /** The statement that writes events, one every so many seconds into the past, the newest some seconds ago. */
    public static String insert(String company, long number, int secondsBetween, String title) {
        return """
                with made as (
                  select i, (extract(epoch from now())::bigint - 60 - i * %d) * 1000 as ms from generate_series(0, %d - 1) i),
                written as (
                  insert into event (company_id, occurred_at, event_id, type, title, description, category, operation,
                    severity, actor_kind, actor_name, correlation_id, details)
                  select %s, to_timestamp(ms / 1000.0),
                    (lpad(to_hex(ms), 12, '0') || '70008' || substr(md5(random()::text), 1, 15))::uuid, 'COMPANY_UPDATED',
                    '%s ' || i, 'Number ' || i || ' of many.', (array['COMPANY', 'INTUNE', 'USER'])[1 + i %% 3], 'UPDATED',
                    (array['GENERAL', 'SECURITY'])[1 + i %% 2], 'PERSON', 'Person ' || i %% 7, 'c' || i, '{"changed": "x"}'
                  from made returning company_id, event_id, occurred_at)
                insert into event_unsealed (company_id, event_id, occurred_at)
                select company_id, event_id, occurred_at from written
                """.formatted(secondsBetween, number, company, title);
    }

    public static void write(TestDatabase database, UUID company, long number, int secondsBetween, String title) {
        database.execute(insert("'" + company + "'::uuid", number, secondsBetween, title));
    }
}
