package io.patchbay.event.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.event.ManyEvents;
import io.patchbay.event.chain.SealJob;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The role of the portal tries, with the bounds of a real installation, to date events as it likes and to erase a log. */
@PortalTest
class EventBoundTests {

    private static final int EVENTS = 5;

    private final UUID company = UUID.randomUUID();

    @BeforeEach
    void boundsOfARealInstallation(Portal portal) {
        ManyEvents.write(portal, company, EVENTS, 60, "Entry");
        portal.bean(SealJob.class).sealAll();
        portal.database().execute("update event_bound set ahead = default, behind = default, keep_days = default");
    }

    @AfterEach
    void boundsOfTests(Portal portal) {
        portal.database()
                .execute("update event_bound set ahead = '200 years', behind = '200 years', keep_days = default");
    }

    @Test
    void eventsAreDatedNow(Portal portal) throws SQLException {
        try (var application = asApplication(portal)) {
            for (var now : new String[] {"0 s", "50 s", "-23 hours"}) {
                assertThatCode(() -> forge(application, now)).as(now).doesNotThrowAnyException();
            }
            for (var future : new String[] {"70 s", "1 day", "64 years"}) {
                assertThatThrownBy(() -> forge(application, future)).as(future).hasMessageContaining("not come yet");
            }
            for (var past : new String[] {"-25 hours", "-400 days"}) {
                assertThatThrownBy(() -> forge(application, past)).as(past).hasMessageContaining("too long ago");
            }
        }
        assertThat(log(portal)).isEqualTo(EVENTS + 3);
    }

    @Test
    void whileTheClocksDifferPeopleLearnItAndNothingIsSaved(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.get("/settings/environments/new");
        portal.microsoft().controls().advanceClock(Duration.ofHours(1));
        assertThat(ada.post("/settings/environments", "name", "Branch").statusCode())
                .isEqualTo(503);
        assertThat(ada.page().body()).contains("The clocks of Patchbay and its database differ");
        assertThat(portal.database().count("environment where name = 'Branch'")).isZero();
        portal.microsoft().controls().advanceClock(Duration.ofHours(-1));
        assertThat(ada.post("/settings/environments", "name", "Branch").statusCode())
                .isEqualTo(302);
    }

    @Test
    void noForgedDateErasesTheLog(Portal portal) throws SQLException {
        portal.database()
                .execute(
                        "insert into event select company_id, '2090-01-01', gen_random_uuid(), type, title, description,"
                                + " category, operation, severity, actor_kind, actor_name, null, null, null, null, null, null,"
                                + " null, null, details from event where company_id = '" + company + "' limit 1");
        try (var application = asApplication(portal)) {
            assertThatThrownBy(() -> run(application, "select event_retention_delete(5, '2089-12-31', 30)"))
                    .hasMessageContaining("not come yet");
            assertThatThrownBy(() -> run(application, "select event_retention_delete(5, now() + interval '2 min', 30)"))
                    .hasMessageContaining("not come yet");
            assertThatThrownBy(() -> run(application, "select event_retention_delete(5, now(), 29)"))
                    .hasMessageContaining("too few");
            assertThatThrownBy(() -> run(application, "select event_retention_delete(5, now(), 30)"))
                    .hasMessageContaining("still to be kept");
        }
        assertThat(log(portal)).isEqualTo(EVENTS + 1);
    }

    @Test
    void theBoundsAreNotTheApplicationsToChange(Portal portal) throws SQLException {
        portal.database().execute("update event_bound set keep_days = 90");
        try (var application = asApplication(portal)) {
            for (var attempt : new String[] {
                "update event_bound set ahead = '99 years'",
                "delete from event_bound",
                "truncate event_bound",
                "insert into event_bound values (false, '99 years', '99 years', 30)",
                "alter table event disable trigger event_dated_now_trigger",
                "set session_replication_role = replica",
                "insert into event_default select * from event"
            }) {
                assertThatThrownBy(() -> run(application, attempt))
                        .as(attempt)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
            assertThatThrownBy(() -> run(application, "select event_retention_delete(5, now(), 89)"))
                    .hasMessageContaining("too few");
            run(application, "create temp table event_bound as select true, interval '99 years' as ahead");
            run(application, "create temp table event as select * from public.event limit 1");
            assertThatThrownBy(() -> forge(application, "1 day")).hasMessageContaining("not come yet");
        }
        assertThat(log(portal)).isEqualTo(EVENTS);
    }

    private long log(Portal portal) {
        return portal.database().count("event where company_id = '" + company + "'");
    }

    private Connection asApplication(Portal portal) throws SQLException {
        var application = portal.database().asApplication();
        run(application, "select set_config('patchbay.company_id', '%s', false)".formatted(company));
        return application;
    }

    private static void forge(Connection application, String distance) throws SQLException {
        run(application, """
                insert into public.event (company_id, occurred_at, event_id, type, title, description, category, operation,
                  severity, actor_kind, actor_name, details)
                select company_id, now() + interval '%s', gen_random_uuid(), type, 'Forged', description, category,
                  operation, severity, actor_kind, actor_name, details
                from public.event limit 1
                """.formatted(distance));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
