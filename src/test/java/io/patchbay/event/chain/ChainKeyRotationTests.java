package io.patchbay.event.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.event.EventLog;
import io.patchbay.event.ManyEvents;
import io.patchbay.event.chain.LogCheck.Broken;
import io.patchbay.event.chain.LogCheck.Intact;
import io.patchbay.event.log.EventLogs;
import io.patchbay.event.log.EventNotes;
import io.patchbay.event.log.EventReader;
import io.patchbay.event.log.EventStore;
import io.patchbay.event.log.FirstEvents;
import io.patchbay.platform.crypto.KeyRotation.Result;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.LocalPortal;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.ZoneOffset;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Another key secret: old seals are read beside new ones, until all are made anew. */
@PortalTest
class ChainKeyRotationTests {

    private static final String SETTING = "patchbay.event.key-secret";
    private static final String NEW = "the secret that replaces the one before";

    @Test
    void oldAndNewSealsMakeOneChain(Portal portal) {
        var company = contoso(portal, 1_100);
        ManyEvents.write(portal, company, 3, 1, "Newer");
        as(company, portal, () -> chain(portal, LocalPortal.KEY_SECRET).seal());
        assertThat(verify(portal, company, NEW, LocalPortal.KEY_SECRET)).isEqualTo(new Intact(1_103, 0));
        assertThat(verify(portal, company, NEW, null)).isInstanceOf(Broken.class);
    }

    @Test
    void rotationSealsAllAnewAndSaysSo(Portal portal) {
        var company = contoso(portal, 1_100);
        assertThat(rotation(portal).rotate()).isEqualTo(new Result(1_100, 0));
        assertThat(portal.database()
                        .one("select details ->> 'entries' from event where type = 'EVENT_LOG_RESEALED'", String.class))
                .isEqualTo("1100");
        as(company, portal, () -> chain(portal, null).seal());
        assertThat(verify(portal, company, NEW, null)).isEqualTo(new Intact(1_101, 0));
        assertThat(verify(portal, company, LocalPortal.KEY_SECRET, null)).isInstanceOf(Broken.class);
        assertThat(rotation(portal).rotate()).isEqualTo(new Result(0, 0));
    }

    @Test
    void aLogThatWasChangedGetsNoGoodSeals(Portal portal) {
        var company = contoso(portal, 20);
        portal.database().execute("update event set title = 'x' where title = 'Entry 5'");
        var before = portal.database()
                .one("select string_agg(encode(hash, 'hex'), '' order by seq) from event_seal", String.class);
        assertThat(rotation(portal).rotate()).isEqualTo(new Result(0, 1));
        assertThat(portal.database()
                        .one("select string_agg(encode(hash, 'hex'), '' order by seq) from event_seal", String.class))
                .isEqualTo(before);
        assertThat(verify(portal, company, NEW, LocalPortal.KEY_SECRET)).isInstanceOf(Broken.class);
    }

    private static UUID contoso(Portal portal, int events) {
        new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var company = portal.database().one("select company_id from company", UUID.class);
        portal.database().execute("truncate event, event_unsealed, event_seal, event_chain");
        ManyEvents.write(portal, company, events, 60, "Entry");
        portal.bean(SealJob.class).sealAll();
        return company;
    }

    private static ChainKeyRotation rotation(Portal portal) {
        return new ChainKeyRotation(
                portal.bean(EventLogs.class),
                chain(portal, LocalPortal.KEY_SECRET),
                portal.bean(EventReader.class),
                portal.bean(EventLog.class),
                portal.bean(Flyway.class),
                portal.bean(TransactionTemplate.class));
    }

    private static EventChain chain(Portal portal, @Nullable String previous) {
        return chain(portal, NEW, previous);
    }

    private static EventChain chain(Portal portal, String secret, @Nullable String previous) {
        return new EventChain(
                portal.bean(ChainStore.class),
                portal.bean(EventStore.class),
                portal.bean(EventNotes.class),
                portal.bean(FirstEvents.class),
                new SecretBox(SETTING, secret, previous));
    }

    private static LogCheck verify(Portal portal, UUID company, String secret, @Nullable String previous) {
        var store = portal.bean(ChainStore.class);
        var verification = new LogVerification(
                store, chain(portal, secret, previous), portal.bean(EventNotes.class), portal.bean(FirstEvents.class));
        return as(company, portal, () -> verification.verify(null, null, ZoneOffset.UTC));
    }

    private static <T> T as(UUID company, Portal portal, java.util.function.Supplier<T> work) {
        return Current.as(
                new CompanyId(company),
                new Actor.Machine("Test"),
                () -> portal.bean(TransactionTemplate.class).execute(status -> work.get()));
    }
}
