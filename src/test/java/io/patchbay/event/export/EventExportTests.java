package io.patchbay.event.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.event.ManyEvents;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Taking the log along. */
@PortalTest
class EventExportTests {

    private final JsonMapper json = new JsonMapper();

    private static Surfer withEvents(Portal portal, int number, String title) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var company = portal.database().one("select company_id from company", UUID.class);
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company, number, 1, title);
        return ada;
    }

    @Test
    void hasTheDocumentedColumnsAndEveryEventOnce(Portal portal) {
        var ada = withEvents(portal, 4_500, "Entry");
        var answer = ada.post("/events/export", "format", "CSV");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"events_log_entries.csv\"");
        var lines = answer.body().split("\r\n");
        assertThat(lines[0])
                .isEqualTo("Date,Title,Architecture,Installer Type,User,Category,Operation,Type,Version,Description");
        assertThat(lines[1]).contains("Events Exported,-,-,", ",Event Log,Exported,Security,-,");
        assertThat(lines).hasSize(1 + 1 + 4_500).doesNotHaveDuplicates();
        assertThat(lines[2])
                .matches("[0-9-]+T[0-9:]+Z,Entry 0,-,-,Person 0,Company,Updated,General,-,Number 0 of many\\.");
    }

    @Test
    void honorsTheFiltersAndIsAnEventItself(Portal portal) {
        var ada = withEvents(portal, 90, "Entry");
        var answer = ada.post("/events/export", "format", "JSON_LINES", "category", "INTUNE", "q", "entry 1");

        var lines = answer.body().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines).allSatisfy(line -> {
            var event = json.readTree(line);
            assertThat(event.get("category").asString()).isEqualTo("Intune");
            assertThat(event.get("user").get("name").asString()).startsWith("Person");
        });
        assertThat(portal.database()
                        .one("select details ->> 'filter' from event where type = 'EVENTS_EXPORTED'", String.class))
                .isEqualTo("text entry 1, category Intune");
        assertThat(portal.database()
                        .one("select details ->> 'events' from event where type = 'EVENTS_EXPORTED'", String.class))
                .isEqualTo("5");
    }

    @Test
    void noCellIsTakenForAFormula(Portal portal) {
        for (var formula :
                new String[] {"=1+1", "+1", "-1", "@SUM(1)", " =1+1", "\t=1", "=HYPERLINK(\"http://x\",\"y\")"}) {
            var ada = withEvents(portal, 1, formula);
            var row = ada.post("/events/export", "format", "CSV").body().split("\r\n")[2];
            var cell = row.substring(row.indexOf(',') + 1);
            assertThat(cell).as(formula).startsWith("\"'");
            portal.reset();
        }
    }

    @Test
    void ofAnotherCompanyHasNothing(Portal portal) {
        withEvents(portal, 20, "Secret entry");
        var bob = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        assertThat(bob.post("/events/export", "format", "JSON_LINES").body()).doesNotContain("Secret entry");
    }
}
