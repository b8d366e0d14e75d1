package io.patchbay.event.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.event.EventRetention;
import io.patchbay.event.ManyEvents;
import io.patchbay.event.chain.SealJob;
import io.patchbay.event.head.HeadCheck.Contained;
import io.patchbay.event.head.HeadCheck.Different;
import io.patchbay.event.head.HeadCheck.Expired;
import io.patchbay.event.head.HeadCheck.Shorter;
import io.patchbay.event.head.HeadCheck.Unknown;
import io.patchbay.event.log.EventLogs;
import io.patchbay.event.log.EventProperties;
import io.patchbay.event.retention.RetentionJob;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody kept outside of the database shows what the database alone cannot. */
@PortalTest
class LogHeadTests {

    private static final Actor JOB = new Actor.Machine("Test");
    private static final List<String> TABLES = List.of("event", "event_unsealed", "event_seal", "event_chain");

    private static UUID withEvents(Portal portal, int number, int secondsBetween) {
        var company = UUID.randomUUID();
        ManyEvents.write(portal, company, number, secondsBetween, "Entry");
        portal.bean(SealJob.class).sealAll();
        return company;
    }

    private static <T> T as(UUID company, Supplier<T> work) {
        return Current.as(new CompanyId(company), JOB, work::get);
    }

    private static String head(Portal portal, UUID company) {
        return as(company, () -> portal.bean(LogHeads.class).head().orElseThrow());
    }

    private static HeadCheck check(Portal portal, UUID company, String head) {
        return as(company, () -> portal.bean(HeadVerification.class).check(head));
    }

    private static void keep(Portal portal) {
        for (var table : TABLES) {
            portal.database().execute("create table kept_" + table + " as select * from " + table);
        }
    }

    private static void putBack(Portal portal) {
        portal.database().execute("truncate event, event_unsealed, event_seal, event_chain");
        for (var table : TABLES) {
            portal.database().execute("insert into " + table + " select * from kept_" + table);
            portal.database().execute("drop table kept_" + table);
        }
    }

    /** The attack that no check of the database alone can find. */
    @Test
    void anOlderStateOfTheDatabaseIsFoundByAHeadThatWasKept(Portal portal) {
        var company = withEvents(portal, 20, 60);
        var old = head(portal, company);
        keep(portal);
        ManyEvents.write(portal, company, 3, 7, "Later");
        portal.bean(SealJob.class).sealAll();
        var kept = head(portal, company);
        assertThat(check(portal, company, kept)).isInstanceOf(Contained.class);
        assertThat(check(portal, company, old)).isInstanceOf(Contained.class);

        putBack(portal);
        assertThat(check(portal, company, kept))
                .isInstanceOfSatisfying(
                        Shorter.class, found -> assertThat(found.seq()).isEqualTo(23))
                .isInstanceOfSatisfying(
                        Shorter.class, found -> assertThat(found.now()).isEqualTo(20));
        ManyEvents.write(portal, company, 5, 7, "Other");
        portal.bean(SealJob.class).sealAll();
        assertThat(check(portal, company, kept)).isInstanceOf(Different.class);
        assertThat(check(portal, company, old)).isInstanceOf(Contained.class);
    }

    @Test
    void aHeadOfAnotherCompanyOrPortalSaysNothing(Portal portal) {
        var company = withEvents(portal, 5, 60);
        var other = withEvents(portal, 5, 60);
        assertThat(check(portal, company, head(portal, other))).isInstanceOf(Unknown.class);
        assertThat(check(portal, company, "eyJhbGciOiJub25lIn0.e30.")).isInstanceOf(Unknown.class);
    }

    @Test
    void aChangedEntryDiffersFromTheHead(Portal portal) {
        var company = withEvents(portal, 5, 60);
        var kept = head(portal, company);
        portal.database().execute("update event set title = 'x' where title = 'Entry 2'");
        assertThat(check(portal, company, kept)).isInstanceOf(Different.class);
    }

    @Test
    void noHeadIsSignedOfALogWhoseEndsWereChanged(Portal portal) {
        var company = withEvents(portal, 5, 60);
        portal.database().execute("update event_chain set head_digest = sha256('x')");
        assertThat(as(company, () -> portal.bean(LogHeads.class).head())).isEmpty();
    }

    @Test
    void afterRetentionNewerHeadsAgreeAndOlderOnesAreExpired(Portal portal) {
        var company = withEvents(portal, 40, 86_400);
        var whole = head(portal, company);
        var scope = new Current.Scope(new CompanyId(company), "Contoso", JOB, Set.of(), Set.of());
        Current.inside(scope, () -> portal.bean(EventRetention.class).keep(30));
        portal.bean(RetentionJob.class).retainAll();
        assertThat(portal.database().one("select anchor_seq from event_chain", Long.class))
                .isPositive();
        assertThat(check(portal, company, whole)).isInstanceOf(Contained.class);
        portal.microsoft().controls().advanceClock(Duration.ofDays(60));
        portal.bean(SealJob.class).sealAll();
        portal.bean(RetentionJob.class).retainAll();
        portal.bean(SealJob.class).sealAll();
        assertThat(check(portal, company, whole)).isInstanceOf(Expired.class);
    }

    @Test
    void theFileIsAppendedToAndComparedWith(Portal portal, @TempDir Path directory) throws IOException {
        var company = withEvents(portal, 5, 60);
        var path = directory.resolve("heads.txt");
        var file = new HeadFile(
                new EventProperties("k".repeat(32), null, List.of(), path, null, 365, 3_650, Duration.ofSeconds(5)),
                portal.bean(LogKeys.class),
                portal.bean(LogHeads.class));
        var job = new HeadFileJob(portal.bean(EventLogs.class), file);
        job.appendAll();
        job.appendAll();
        assertThat(Files.readAllLines(path)).hasSize(1).first().asString().startsWith(company + " eyJ");
        ManyEvents.write(portal, company, 1, 7, "Later");
        portal.bean(SealJob.class).sealAll();
        job.appendAll();
        assertThat(Files.readAllLines(path)).hasSize(2);
        assertThat(check(portal, company, as(company, file::furthest).orElseThrow()))
                .isInstanceOfSatisfying(
                        Contained.class, found -> assertThat(found.seq()).isEqualTo(6));
        assertThat(as(UUID.randomUUID(), file::furthest)).isEmpty();
    }

    @Test
    void peopleComparePastedHeadsAndFindTheKeys(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        portal.bean(SealJob.class).sealAll();
        var company = portal.database().one("select company_id from company", UUID.class);
        var kept = head(portal, company);
        ada.visit("/events/verify");
        assertThat(ada.post("/events/verify", "from", "", "to", "").body())
                .contains("The log is intact", "Not compared with a signed head");
        var seq = portal.bean(LogKeys.class).read(kept).orElseThrow().seq();
        assertThat(seq).isPositive().isEqualTo(portal.database().one("select head_seq from event_chain", Long.class));
        assertThat(ada.post("/events/verify", "from", "", "to", "", "head", kept)
                        .body())
                .contains(
                        "The log is intact",
                        "Compared with your signed head",
                        "still contains everything up to entry " + seq + ", unchanged.");
        ada.post("/settings/environments", "name", "Later");
        portal.bean(SealJob.class).sealAll();
        assertThat(head(portal, company)).isNotEqualTo(kept);
        assertThat(ada.post("/events/verify", "from", "", "to", "", "head", kept)
                        .body())
                .as("the number is the head's and not the log's")
                .contains("everything up to entry " + seq + ", unchanged.");
        assertThat(ada.post("/events/verify", "from", "", "to", "", "head", "eyJx")
                        .body())
                .contains("t a signed head of your company");
        var keys = new Surfer(portal).get("/.well-known/patchbay/keys.json");
        assertThat(keys.statusCode()).isEqualTo(200);
        assertThat(keys.body())
                .contains(
                        "\"kty\":\"OKP\"",
                        portal.bean(LogKeys.class).published().getFirst().x());
        assertThat(ada.visit("/events/verify").body())
                .contains(portal.bean(LogKeys.class).published().getFirst().id());
        assertThat(new Surfer(portal)
                        .get("/.well-known/patchbay/VerifyExport.java")
                        .body())
                .contains("public final class VerifyExport");
    }
}
