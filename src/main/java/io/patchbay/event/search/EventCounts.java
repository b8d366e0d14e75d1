package io.patchbay.event.search;

import io.patchbay.event.EventFilter;
import io.patchbay.event.log.EventSelection;
import io.patchbay.event.log.EventStore;
import io.patchbay.platform.tenancy.Current;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts events, never more than a bound. */
@Repository
public class EventCounts {

    private static final int USERS_AT_MOST = 200;

    private final JdbcClient jdbc;

    EventCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public EventTally tally(EventFilter filter, @Nullable UUID first) {
        var selection = EventSelection.of(filter).with("most", EventTally.AT_MOST + 1);
        var mark = first == null ? new UUID(-1, -1) : first;
        selection.with("mark", mark).with("markAt", EventStore.at(mark));
        var days = new TreeMap<LocalDate, Long>();
        var newer = new long[1];
        jdbc.sql("""
                        select (occurred_at at time zone 'UTC')::date, count(*),
                          count(*) filter (where (occurred_at, event_id) > (:markAt, :mark))
                        from (select occurred_at, event_id from event where %s
                          order by occurred_at desc, event_id desc limit :most) newest
                        group by 1 order by 1
                        """.formatted(selection.where()))
                .params(selection.parameters())
                .query(row -> {
                    days.put(row.getObject(1, LocalDate.class), row.getLong(2));
                    newer[0] += row.getLong(3);
                });
        var total = days.values().stream().mapToLong(Long::longValue).sum();
        return new EventTally(days, total, newer[0]);
    }

    @Nullable
    public UUID newest(EventFilter filter) {
        var selection = EventSelection.of(filter);
        return jdbc.sql("select event_id from event where %s order by occurred_at desc, event_id desc limit 1"
                        .formatted(selection.where()))
                .params(selection.parameters())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    public int newerThan(EventFilter filter, UUID event, int atMost) {
        var selection = EventStore.beside(EventSelection.of(filter), ">", event).with("most", atMost);
        return jdbc.sql("select count(*) from (select from event where %s limit :most) newer"
                        .formatted(selection.where()))
                .params(selection.parameters())
                .query(Integer.class)
                .single();
    }

    /** Hops from name to name through the index, whatever the number of events. */
    public List<String> users() {
        return jdbc.sql("""
                        with recursive name(actor_name) as (
                          (select actor_name from event where company_id = :company order by actor_name limit 1)
                          union all
                          select (select e.actor_name from event e where e.company_id = :company
                            and e.actor_name > name.actor_name order by e.actor_name limit 1)
                          from name where name.actor_name is not null)
                        select actor_name from name where actor_name is not null limit :most
                        """)
                .param("company", Current.company().value())
                .param("most", USERS_AT_MOST)
                .query((rs, row) -> rs.getString(1))
                .list();
    }
}
