package io.patchbay.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.event.EventLog.Position;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Text is found through an index, and what is found is what reading every event of the company would find. */
@PortalTest
class EventTextSearchTests {

    private static final int EVENTS = 12_000;
    private static final String IDENTIFIER = "0b5f8a52-6f5b-4c39-9d2e-0a1b2c3d4e5f";

    private final UUID company = UUID.randomUUID();

    private void fill(TestDatabase database) {
        database.execute(ManyEvents.insert("'" + company + "'::uuid", EVENTS, 60, "Entry 100%_\\ one"));
        database.execute(ManyEvents.insert("'" + UUID.randomUUID() + "'::uuid", EVENTS, 60, "Entry 100%_\\ one"));
        database.execute("update event set actor_email = 'Ada@Contoso.example' where title like '% 500'");
        database.execute("update event set details = '{\"AADSTS code\": \"50011\"}' where title like '% 700'");
        database.execute("update event set correlation_id = '" + IDENTIFIER + "' where title like '% 900'");
        database.execute("analyze event");
    }

    @Test
    void findsWhatReadingEveryEventFinds(Portal portal) {
        fill(portal.database());
        var all = List.of("entry", "NUMBER 1199", "Number 1199 of", "person 3", "%", "%%", "_\\ one 77", "zz", "e");
        for (var text : all) {
            assertThat(found(portal, text, null, null, new Position.Newest()))
                    .as(text)
                    .containsExactlyElementsOf(read(portal, text, "true", "desc"));
            assertThat(found(portal, text, null, null, new Position.Oldest()))
                    .as("%s, oldest", text)
                    .containsExactlyElementsOf(read(portal, text, "true", "asc").reversed());
            assertThat(found(portal, text, Category.INTUNE, "Person 2", new Position.Newest()))
                    .as("%s, narrowed", text)
                    .containsExactlyElementsOf(
                            read(portal, text, "category = 'INTUNE' and actor_name = 'Person 2'", "desc"));
        }
    }

    @Test
    void readsOnWhereAPageEnds(Portal portal) {
        fill(portal.database());
        for (var text : List.of("entry", "number 11")) {
            var first = found(portal, text, null, null, new Position.Newest());
            var next = found(portal, text, null, null, new Position.OlderThan(first.getLast()));
            assertThat(next).isNotEmpty().doesNotContainAnyElementsOf(first);
            assertThat(found(portal, text, null, null, new Position.NewerThan(next.getFirst())))
                    .isEqualTo(first);
        }
    }

    @Test
    void findsAddressesIdentifiersAndErrorCodesByTheirFormOnly(Portal portal) {
        fill(portal.database());
        assertThat(found(portal, "ada@contoso", null, null, new Position.Newest()))
                .hasSize(1);
        assertThat(found(portal, "contoso.example", null, null, new Position.Newest()))
                .isEmpty();
        assertThat(found(portal, "aadsts50011", null, null, new Position.Newest()))
                .hasSize(1);
        assertThat(found(portal, IDENTIFIER.toUpperCase(Locale.ROOT), null, null, new Position.Newest()))
                .hasSize(1);
    }

    @Test
    void asksTheIndexForARareTextAndSeesNoOtherCompany(Portal portal) throws SQLException {
        fill(portal.database());
        var scans =
                "select coalesce(sum(idx_scan), 0) from pg_stat_all_indexes where indexrelname like 'event%expr%email%'";
        var before = portal.database().one(scans, Long.class);
        try (var application = portal.database().asApplication();
                var statement = application.createStatement()) {
            statement.execute("select set_config('patchbay.company_id', '" + company + "', false)");
            var rows =
                    statement.executeQuery("select count(*) from event_search('%number 11999 of%', '', '', null, null,"
                            + " null, null, null, null, null, null, null, null, null, true, 26)");
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
            statement.execute("select pg_stat_force_next_flush()");
            statement.execute("select 1");
        }
        assertThat(portal.database().one(scans, Long.class)).isGreaterThan(before);
    }

    private List<UUID> found(
            Portal portal, String text, @Nullable Category category, @Nullable String user, Position position) {
        var filter = new EventFilter(text, LocalDate.of(2000, 1, 1), null, category, null, null, user, null);
        var scope = new Current.Scope(new CompanyId(company), "Contoso", new Actor.Machine("Test"), Set.of(), Set.of());
        var page = Current.in(scope, () -> portal.bean(EventSearch.class).batch(filter, position, 25));
        return page.events().stream().map(RecordedEvent::id).toList();
    }

    private List<UUID> read(Portal portal, String text, String condition, String order) {
        var found = portal.database().one("""
                        select coalesce(string_agg(event_id::text, ',' order by occurred_at %4$s, event_id %4$s), '')
                        from (select * from event where company_id = '%1$s' and %2$s
                          and (position(lower('%3$s') in lower(title)) > 0 or position(lower('%3$s') in lower(description)) > 0
                            or position(lower('%3$s') in lower(actor_name)) > 0)
                          order by occurred_at %4$s, event_id %4$s limit 25) first
                        """.formatted(company, condition, text, order), String.class);
        return found.isEmpty()
                ? List.of()
                : Stream.of(found.split(",")).map(UUID::fromString).toList();
    }
}
