package io.patchbay.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.event.log.LogEventKind;
import io.patchbay.event.search.EventCatalog;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Appending to the log: what is stored of a kind of event, and what is not appended. */
@PortalTest
class EventLogTests {

    private static final Actor ACTOR = new Actor.Machine("Test");

    private static void inTransaction(Portal portal, CompanyId company, Runnable work) {
        Current.as(company, ACTOR, () -> {
            portal.bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
            return company;
        });
    }

    private static String stored(Portal portal) {
        return portal.database().one("select title || ' / ' || description from event", String.class);
    }

    @Test
    void everyModuleMakesItsKindsKnown(Portal portal) {
        assertThat(portal.bean(EventCatalog.class).kinds()).containsExactlyInAnyOrderElementsOf(EventKindsInCode.all());
    }

    @Test
    void storesTitleAndTextOfTheKind(Portal portal) {
        var log = portal.bean(EventLog.class);
        inTransaction(
                portal,
                new CompanyId(UUID.randomUUID()),
                () -> log.append(NewEvent.of(LogEventKind.EVENT_TOKEN_CREATED, "{2} 'SIEM'")));
        assertThat(stored(portal)).isEqualTo("API Token {2} 'SIEM' Created / Test created the API token {2} 'SIEM'.");
    }

    @Test
    void refusesAnEventThatGivesLessThanItsTextsSpeakOf(Portal portal) {
        var log = portal.bean(EventLog.class);
        var event = NewEvent.of(LogEventKind.EVENT_RETENTION_CHANGED, 90);
        assertThatThrownBy(() -> inTransaction(portal, new CompanyId(UUID.randomUUID()), () -> log.append(event)))
                .hasMessageContaining("{2}");
        assertThat(portal.database().count("event")).isZero();
    }

    @Test
    void refusesFieldsAndTextsThatTheKindDoesNotHave() {
        var event = NewEvent.of(LogEventKind.EVENT_TOKEN_CREATED, "SIEM");
        assertThatThrownBy(() -> event.with("secret", "s")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event.variant("other")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comesBackToTheOwnCompanyWhenAnotherLogRefusesAnEvent(Portal portal) {
        var log = portal.bean(EventLog.class);
        var own = new CompanyId(UUID.randomUUID());
        inTransaction(portal, own, () -> {
            var bound = portal.bean(JdbcClient.class)
                    .sql("select current_setting('patchbay.company_id')")
                    .query(String.class);
            log.appendTo(CompanyId.OPERATOR, NewEvent.of(LogEventKind.EVENT_TOKEN_CREATED, "SIEM"));
            assertThat(bound.single()).isEqualTo(own.toString());
        });
        assertThatThrownBy(() -> inTransaction(portal, own, () -> {
                    var bound = portal.bean(JdbcClient.class)
                            .sql("select current_setting('patchbay.company_id')")
                            .query(String.class);
                    assertThatThrownBy(() ->
                                    log.appendTo(CompanyId.OPERATOR, NewEvent.of(LogEventKind.EVENT_RETENTION_CHANGED)))
                            .hasMessageContaining("{1}");
                    assertThat(bound.single()).isEqualTo(own.toString());
                }))
                .hasMessageContaining("rolled back");
    }

    @Test
    void showsEventsOfAKindThatIsNoMore(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        portal.database()
                .execute(
                        "update event set type = 'HORSE_SADDLED', title = 'Horse Saddled' where type = 'COMPANY_CREATED'");
        assertThat(ada.visit("/events").body()).contains("Horse Saddled");
        assertThat(ada.visit("/events?q=saddled&category=COMPANY").body()).contains("1 - 1 of 1");
    }
}
