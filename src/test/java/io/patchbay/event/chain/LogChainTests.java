package io.patchbay.event.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.event.EventRetention;
import io.patchbay.event.ManyEvents;
import io.patchbay.event.chain.LogCheck.BreakKind;
import io.patchbay.event.chain.LogCheck.Broken;
import io.patchbay.event.chain.LogCheck.Intact;
import io.patchbay.event.log.EventBytes;
import io.patchbay.event.retention.RetentionJob;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes, removes or slips in an entry is found out, even with all rights in the database. */
@PortalTest
class LogChainTests {

    private static final Actor JOB = new Actor.Machine("Test");

    private static UUID contoso(Portal portal, int events) {
        new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var company = portal.database().one("select company_id from company", UUID.class);
        portal.database().execute("truncate event, event_unsealed, event_seal, event_chain");
        ManyEvents.write(portal, company, events, 3_600, "Entry");
        seal(portal);
        return company;
    }

    private static void seal(Portal portal) {
        portal.bean(SealJob.class).sealAll();
    }

    private static LogCheck verify(Portal portal, UUID company, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Current.as(
                new CompanyId(company),
                JOB,
                () -> portal.bean(LogVerification.class).verify(from, to, ZoneOffset.UTC));
    }

    private static LogCheck verify(Portal portal, UUID company) {
        return verify(portal, company, null, null);
    }

    private static Broken broken(Portal portal, UUID company) {
        return (Broken) verify(portal, company);
    }

    private static UUID eventAt(Portal portal, int seq) {
        return portal.database().one("select event_id from event_seal where seq = " + seq, UUID.class);
    }

    @Test
    void isIntactWhenNobodyTouchedIt(Portal portal) {
        var company = contoso(portal, 1_200);
        assertThat(verify(portal, company)).isEqualTo(new Intact(1_200, 0));
        var day = portal.database()
                .one("select (min(occurred_at) at time zone 'UTC')::date + 3 from event", LocalDate.class);
        assertThat(verify(portal, company, day, day)).isEqualTo(new Intact(24, 0));
        ManyEvents.write(portal, company, 1, 1, "Newer");
        assertThat(verify(portal, company)).isEqualTo(new Intact(1_200, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title = 'Nothing happened'",
                "description = 'x'",
                "actor_name = 'Somebody else'",
                "severity = 'GENERAL', category = 'USER'",
                "details = '{}'",
                "details = '{\"changed\": \"y\"}'",
                "correlation_id = null",
                "address = '127.0.0.1'"
            })
    void aChangedEntryIsNamed(String change, Portal portal) {
        var company = contoso(portal, 50);
        var victim = eventAt(portal, 20);
        portal.database()
                .execute("update event set " + change + " where event_id in ('" + victim + "', '" + eventAt(portal, 40)
                        + "')");
        assertThat(broken(portal, company))
                .satisfies(found -> assertThat(found.kind()).isEqualTo(BreakKind.CHANGED))
                .satisfies(found -> assertThat(found.number()).isEqualTo(20))
                .satisfies(found -> assertThat(found.event()).isEqualTo(victim));
    }

    @Test
    void anEntryThatIsGoneIsNamed(Portal portal) {
        var company = contoso(portal, 50);
        var victim = eventAt(portal, 30);
        portal.database().execute("delete from event where event_id = '" + victim + "'");
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.MISSING);
        assertThat(broken(portal, company).event()).isEqualTo(victim);
        portal.database().execute("delete from event_seal where event_id = '" + victim + "'");
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.MISSING);
        assertThat(broken(portal, company).number()).isEqualTo(30);
    }

    @Test
    void anEntryThatWentBeforeItWasSealedIsNamed(Portal portal) {
        var company = contoso(portal, 5);
        ManyEvents.write(portal, company, 1, 1, "Unsealed");
        portal.database().execute("delete from event where title = 'Unsealed 0'");
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.MISSING);
    }

    @Test
    void closingTheGapDoesNotHelp(Portal portal) {
        var company = contoso(portal, 50);
        var victim = eventAt(portal, 30);
        portal.database().execute("delete from event where event_id = '" + victim + "'");
        portal.database().execute("delete from event_seal where seq = 30");
        portal.database().execute("update event_seal set seq = -seq where seq > 30");
        portal.database().execute("update event_seal set seq = -seq - 1 where seq < 0");
        portal.database().execute("update event_chain set head_seq = 49");
        assertThat(broken(portal, company).number()).isEqualTo(30);
    }

    @Test
    void anEntryThatWasSlippedInIsNamed(Portal portal) {
        var company = contoso(portal, 50);
        var id = UUID.fromString("01900000-0000-7000-8000-000000000001");
        portal.database().execute("""
                insert into event select company_id, occurred_at + interval '1 minute', '%s', type, 'Slipped in', description,
                  category, operation, severity, actor_kind, actor_name, actor_email, actor_tenant_id, actor_object_id,
                  address, user_agent, correlation_id, environment_id, tenant_id, details
                from event limit 1
                """.formatted(id));
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.INSERTED);
        assertThat(broken(portal, company).event()).isEqualTo(id);
        portal.database()
                .execute(
                        "insert into event_seal select company_id, 51, event_id, occurred_at, '\\x00' from event where event_id = '"
                                + id + "'");
        portal.database().execute("update event_chain set head_seq = 51, head_hash = '\\x00'");
        assertThat(broken(portal, company).number()).isEqualTo(51);
    }

    @Test
    void anEntryThatWasSlippedInWithAForgedNoteIsNotSealedButNamed(Portal portal) {
        var company = contoso(portal, 5);
        var insert = ManyEvents.insert("'" + company + "'::uuid", 1, 1, "Slipped in");
        for (var note : List.of(
                "null",
                "'\\x00'",
                "sha256('x')",
                "(select mac from event_unsealed where mac is not null and length(mac) = 32 limit 1)")) {
            ManyEvents.write(portal, company, 1, 7, "True");
            portal.database().execute(insert);
            portal.database()
                    .execute("update event_unsealed set mac = " + note
                            + " where event_id = (select event_id from event where title = 'Slipped in 0')");
            seal(portal);
            assertThat(portal.database()
                            .count("event_seal join event using (company_id, event_id) where title = 'Slipped in 0'"))
                    .as(note)
                    .isZero();
            assertThat(portal.database().count("event_unsealed")).isEqualTo(1);
            assertThat(broken(portal, company).kind()).as(note).isEqualTo(BreakKind.INSERTED);
            assertThat(broken(portal, company).title()).as(note).isEqualTo("Slipped in 0");
            portal.database().execute("delete from event where title = 'Slipped in 0'");
            portal.database().execute("delete from event_unsealed");
            assertThat(verify(portal, company)).as(note).isInstanceOf(Intact.class);
        }
    }

    @Test
    void anEntryThatWasChangedBeforeItWasSealedIsNotSealedButNamed(Portal portal) {
        var company = contoso(portal, 5);
        ManyEvents.write(portal, company, 2, 7, "True");
        portal.database().execute("update event set actor_name = 'Somebody else' where title = 'True 1'");
        seal(portal);
        assertThat(portal.database().count("event_seal")).isEqualTo(6);
        assertThat(broken(portal, company).title()).isEqualTo("True 1");
    }

    @Test
    void manyForgedNotesDoNotKeepTrueOnesFromBeingSealed(Portal portal) {
        var company = contoso(portal, 5);
        portal.database().execute(ManyEvents.insert("'" + company + "'::uuid", 1_100, 3_600, "Slipped in"));
        portal.database().execute("update event_unsealed set mac = '\\x00'");
        ManyEvents.write(portal, company, 3, 7, "True");
        seal(portal);
        assertThat(portal.database().count("event_seal")).isEqualTo(8);
    }

    @Test
    void aLogThatWasEmptiedIsBroken(Portal portal) {
        var company = contoso(portal, 50);
        portal.database().execute("truncate event, event_unsealed, event_seal, event_chain");
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.EMPTIED);
        ManyEvents.write(portal, company, 2, 1, "Later");
        portal.database().execute("delete from event where type = 'COMPANY_CREATED'");
        portal.database().execute("delete from event_unsealed where event_id not in (select event_id from event)");
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.EMPTIED);
        seal(portal);
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.EMPTIED);
        assertThat(broken(portal, company).number()).isEqualTo(1);
    }

    @Test
    void aCompanyOfTodayWhoseLogWaitsToBeSealedIsIntact(Portal portal) {
        var company = UUID.randomUUID();
        ManyEvents.write(portal, company, 3, 1, "Entry");
        assertThat(verify(portal, company)).isEqualTo(new Intact(0, 3));
        seal(portal);
        assertThat(verify(portal, company)).isEqualTo(new Intact(3, 0));
    }

    /** Sealing does not make a new end out of one that somebody wrote. */
    @Test
    void whatIsSealedAfterTheEndWasCutOffDoesNotHideIt(Portal portal) {
        var company = contoso(portal, 50);
        portal.database()
                .execute("delete from event where event_id in (select event_id from event_seal where seq > 40)");
        portal.database().execute("delete from event_seal where seq > 40");
        portal.database()
                .execute(
                        "update event_chain set head_seq = 40, head_hash = (select hash from event_seal where seq = 40)");
        ManyEvents.write(portal, company, 2, 1, "Later");
        seal(portal);
        assertThat(portal.database().count("event_seal")).isEqualTo(43);
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.CUT_OFF);
        assertThat(broken(portal, company).title()).isEqualTo("Event Log Broken");
        assertThat(portal.database().count("event_unsealed")).isZero();
    }

    @Test
    void retentionDoesNotHideABeginningThatWasCutOff(Portal portal) {
        var company = contoso(portal, 24 * 60);
        portal.database()
                .execute(
                        "update event_chain set anchor_seq = 10, anchor_hash = (select hash from event_seal where seq = 10)");
        Current.inside(scope(company), () -> portal.bean(EventRetention.class).keep(30));
        portal.bean(RetentionJob.class).retainAll();
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.CUT_OFF);
    }

    /** As an earlier version left it: ends without digests, notes without keyed hashes. */
    @Test
    void aLogOfAnEarlierVersionIsTakenOver(Portal portal) {
        var company = contoso(portal, 20);
        var chain = portal.bean(EventChain.class);
        var secrets = portal.beans().getBean("eventSecrets", SecretBox.class);
        portal.database().execute(ManyEvents.insert("'" + company + "'::uuid", 2, 1, "Waiting"));
        for (var end : List.of("head", "anchor")) {
            var seq = end.equals("head") ? 20 : 0;
            var hash = portal.database().one("select " + end + "_hash from event_chain", byte[].class);
            var mac = secrets.sign(EventBytes.end(end, new CompanyId(company), seq, hash, null));
            portal.database()
                    .execute("update event_chain set %1$s_digest = null, %1$s_mac = '\\x%2$s'"
                            .formatted(end, HexFormat.of().formatHex(mac)));
        }
        assertThat(verify(portal, company)).isEqualTo(new Intact(20, 2));
        Current.as(new CompanyId(company), JOB, chain::seal);
        assertThat(verify(portal, company)).isEqualTo(new Intact(22, 0));
        assertThat(portal.database().count("event_chain where head_digest is not null and anchor_digest is not null"))
                .isEqualTo(1);
        portal.database().execute(ManyEvents.insert("'" + company + "'::uuid", 1, 1, "Too late"));
        Current.as(new CompanyId(company), JOB, chain::seal);
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.INSERTED);
    }

    @Test
    void cuttingOffAnEndIsFound(Portal portal) {
        var company = contoso(portal, 50);
        portal.database().execute("delete from event where event_id = '" + eventAt(portal, 50) + "'");
        portal.database().execute("delete from event_seal where seq = 50");
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.MISSING);
        portal.database()
                .execute(
                        "update event_chain set head_seq = 49, head_hash = (select hash from event_seal where seq = 49)");
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.CUT_OFF);
    }

    @Test
    void cuttingOffTheBeginningIsFound(Portal portal) {
        var company = contoso(portal, 50);
        portal.database()
                .execute(
                        "update event_chain set anchor_seq = 10, anchor_hash = (select hash from event_seal where seq = 10)");
        portal.database()
                .execute("delete from event where event_id in (select event_id from event_seal where seq <= 10)");
        portal.database().execute("delete from event_seal where seq <= 10");
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.CUT_OFF);
    }

    @Test
    void anotherCompanysSealDoesNotFit(Portal portal) {
        var company = contoso(portal, 3);
        var other = UUID.randomUUID();
        for (var table : new String[] {"event", "event_seal", "event_chain"}) {
            portal.database().execute("update " + table + " set company_id = '" + other + "'");
        }
        assertThat(verify(portal, other)).isInstanceOf(Broken.class);
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.EMPTIED);
    }

    @Test
    void writersDoNotWaitForTheSealAndWhatCommitsLateComesLater(Portal portal) throws SQLException {
        var company = contoso(portal, 5);
        try (var writer = portal.database().asApplication();
                var sealer = portal.database().asApplication()) {
            for (var connection : new java.sql.Connection[] {writer, sealer}) {
                connection.setAutoCommit(false);
                connection
                        .createStatement()
                        .execute("select set_config('patchbay.company_id', '%s', true)".formatted(company));
            }
            sealer.createStatement().execute("select * from event_chain for update");
            writer.createStatement().execute("set local lock_timeout = '1s'");
            writer.createStatement().execute(ManyEvents.insert("'" + company + "'::uuid", 1, 1, "Late"));
            sealer.rollback();
            ManyEvents.write(portal, company, 2, 7_777, "Early");
            seal(portal);
            writer.commit();
        }
        ManyEvents.note(portal);
        seal(portal);
        assertThat(portal.database()
                        .one(
                                "select e.title from event_seal s join event e using (event_id) where seq = 8",
                                String.class))
                .isEqualTo("Late 0");
        assertThat(verify(portal, company)).isEqualTo(new Intact(8, 0));
    }

    @Test
    void severalSealersMakeOneChain(Portal portal) throws InterruptedException {
        var company = contoso(portal, 1);
        ManyEvents.write(portal, company, 3_000, 61, "More");
        AtOnce.all(Collections.nCopies(4, Executors.callable(() -> seal(portal))));
        assertThat(verify(portal, company)).isEqualTo(new Intact(3_001, 0));
    }

    @Test
    void theApplicationCannotUndoAnything(Portal portal) throws SQLException {
        var company = contoso(portal, 5);
        try (var application = portal.database().asApplication();
                var statement = application.createStatement()) {
            statement.execute("select set_config('patchbay.company_id', '%s', false)".formatted(company));
            for (var attempt : new String[] {
                "update event set title = 'x'",
                "delete from event",
                "truncate event",
                "update event_seal set hash = '\\x00'",
                "delete from event_seal",
                "truncate event_seal",
                "delete from event_chain",
                "alter table event disable row level security",
                "drop table event_seal"
            }) {
                assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
            assertThatThrownBy(() -> statement.execute("select event_retention_delete(5, now(), 30)"))
                    .hasMessageContaining("still to be kept");
            assertThatThrownBy(() -> statement.execute("select event_retention_delete(5, now(), 0)"))
                    .hasMessageContaining("too few");
        }
        assertThat(portal.database().count("event")).isEqualTo(5);
    }

    @Test
    void retentionTakesWhatIsTooOldAndTheChainHolds(Portal portal) {
        var company = contoso(portal, 24 * 60);
        var other = UUID.randomUUID();
        ManyEvents.write(portal, other, 24 * 60, 3_600, "Other");
        seal(portal);
        Current.inside(scope(company), () -> portal.bean(EventRetention.class).keep(30));
        portal.bean(RetentionJob.class).retainAll();

        var kept = portal.database().count("event where company_id = '" + company + "'");
        assertThat(kept).isBetween(24 * 30L - 2, 24 * 30L + 2);
        assertThat(portal.database().count("event where company_id = '" + other + "'"))
                .isEqualTo(24 * 60);
        assertThat(verify(portal, company)).isEqualTo(new Intact(kept - 1, 1));
        seal(portal);
        assertThat(verify(portal, company)).isEqualTo(new Intact(kept, 0));
        portal.database()
                .execute(
                        "update event set title = 'x' where event_id = (select event_id from event_seal where company_id = '"
                                + company + "' order by seq limit 1)");
        assertThat(broken(portal, company).kind()).isEqualTo(BreakKind.CHANGED);
    }

    private static Current.Scope scope(UUID company) {
        return new Current.Scope(new CompanyId(company), "Contoso", JOB, java.util.Set.of(), java.util.Set.of());
    }

    @Test
    void monthsWithNothingLeftAreDropped(Portal portal) {
        var company = contoso(portal, 3);
        portal.database().execute("select event_partitions_ensure('2024-01-01', 2)");
        portal.database().execute("""
                insert into event select company_id, '2024-02-10', gen_random_uuid(), type, title, description, category,
                  operation, severity, actor_kind, actor_name, null, null, null, null, null, null, null, null, details
                from event limit 1
                """);
        portal.bean(RetentionJob.class).retainAll();
        assertThat(partition(portal, "event_2024_01")).isFalse();
        assertThat(partition(portal, "event_2024_02")).isTrue();
        portal.database().execute("delete from event where occurred_at < '2024-03-01'");
        portal.bean(RetentionJob.class).retainAll();
        assertThat(partition(portal, "event_2024_02")).isFalse();
        assertThat(verify(portal, company)).isEqualTo(new Intact(3, 0));
    }

    private static boolean partition(Portal portal, String name) {
        return portal.database().one("select to_regclass('" + name + "') is not null", Boolean.class);
    }

    @Test
    void peopleVerifyOnAPageAndChooseHowLongEventsAreKept(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        seal(portal);
        ada.visit("/events/verify");
        assertThat(ada.post("/events/verify").body()).contains("The log is intact");
        portal.database().execute("update event set title = 'Company Renamed' where type = 'COMPANY_CREATED'");
        assertThat(ada.post("/events/verify", "from", "", "to", "").body())
                .contains("The log isn&#39;t intact", "differs from what was originally written", "Company Renamed");

        assertThat(ada.post("/settings/company/retention", "days", "90").statusCode())
                .isEqualTo(302);
        assertThat(ada.follow().body()).contains("Success", "Retention saved", "value=\"90\"");
        for (var wrong : new String[] {"29", "3651", "x", "-1", ""}) {
            assertThat(ada.post("/settings/company/retention", "days", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(portal.database().count("event where type = 'EVENT_RETENTION_CHANGED'"))
                .isEqualTo(1);
        assertThat(portal.database()
                        .one(
                                "select details ->> 'days after' from event where type = 'EVENT_RETENTION_CHANGED'",
                                String.class))
                .isEqualTo("90");
    }

    /** The clock of the portal moves on, as it does in a year: what was kept for a year goes. */
    @Test
    void aYearIsKeptByDefault(Portal portal) {
        var company = contoso(portal, 3);
        portal.microsoft().controls().advanceClock(Duration.ofDays(364));
        Current.inside(scope(company), () -> portal.bean(EventRetention.class).keep(366));
        Current.inside(scope(company), () -> portal.bean(EventRetention.class).keep(365));
        portal.bean(RetentionJob.class).retainAll();
        assertThat(portal.database().count("event where title like 'Entry%'")).isEqualTo(3);
        portal.microsoft().controls().advanceClock(Duration.ofHours(25));
        Current.inside(scope(company), () -> portal.bean(EventRetention.class).keep(366));
        Current.inside(scope(company), () -> portal.bean(EventRetention.class).keep(365));
        portal.bean(RetentionJob.class).retainAll();
        assertThat(portal.database().count("event where title like 'Entry%'")).isZero();
        assertThat(portal.database().count("event")).isEqualTo(4);
    }
}
