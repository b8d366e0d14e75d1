package io.patchbay.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Patchbay's own support sees of a company, and what the company sees of that. */
@PortalTest
class SupportTests {

    private static final String SETTINGS = "/settings/company/support";

    @Test
    void withoutAGrantItSeesHowThingsStandAndNothingElse(Portal portal) {
        var ada = connected(portal);
        ada.post("/settings/environments", "name", "Secret project");
        var sam = support(portal);
        var page = sam.visit(company(portal)).body();
        assertThat(page)
                .contains("Contoso", "Connected", "No further access")
                .doesNotContain("Secret project", Contoso.ADMIN, Contoso.TENANT.toString());
        for (var part : new String[] {"/events", "/connection"}) {
            assertThat(sam.get(company(portal) + part).statusCode()).as(part).isEqualTo(403);
        }
        assertThat(sam.post(company(portal) + "/sessions", "number", "4711").statusCode())
                .isEqualTo(403);
        assertThat(looks(portal)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conto", "CONTOSO", "contoso.com", "8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f"})
    void aCompanyIsFoundByNameDomainOrTenant(String term, Portal portal) {
        connected(portal);
        new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        var sam = support(portal);
        assertThat(sam.visit("/support?q=" + term).body())
                .contains(">Contoso</a>")
                .doesNotContain("Fabrikam");
        assertThat(sam.visit("/support?q=%25").body()).doesNotContain("</table>");
        assertThat(sam.visit("/support?q=%25%25").body()).contains("No companies found");
    }

    @Test
    void itAsksIsGrantedTheEventLogAndEachLookIsAnEvent(Portal portal) {
        var ada = connected(portal);
        var sam = support(portal);
        sam.visit(company(portal));
        sam.post(company(portal) + "/requests", "ticket", "4711", "reason", "The trial does not start");
        assertThat(sam.follow().body()).contains("Success - Request sent");
        assertThat(sam.post(company(portal) + "/requests", "ticket", "4711", "reason", "Again")
                        .statusCode())
                .isEqualTo(409);

        assertThat(ada.visit("/notifications").body())
                .contains("requests access for ticket 4711: The trial does not start");
        assertThat(ada.visit(SETTINGS).body()).contains("ticket 4711", "The trial does not start");
        ada.post(
                SETTINGS + "/requests/" + portal.database().one("select request_id from support_request", String.class),
                "access",
                "EVENT_LOG");
        assertThat(ada.follow().body())
                .contains("Event log only", "23h 59m left")
                .doesNotContain("Decline");

        assertThat(sam.get(company(portal) + "/events").statusCode()).isEqualTo(403);
        sam.visit(company(portal));
        sam.post(company(portal) + "/sessions", "number", "4711");
        var events = sam.follow().body();
        assertThat(events).contains("Data of Contoso", "Ticket 4711.", "Intune Connection Added");
        assertThat(sam.visit(company(portal) + "/events?q=connected").body())
                .contains("Intune Connection Added")
                .doesNotContain("Company Created");
        assertThat(sam.get(company(portal) + "/connection").statusCode()).isEqualTo(403);

        assertThat(ada.visit("/events").body())
                .contains(
                        "Customer Support Requested Access",
                        "Customer Support Viewed Data",
                        "Customer Support Session Started");
        assertThat(looks(portal)).isEqualTo(2);
        assertThat(portal.database()
                        .count("event where type = 'SUPPORT_DATA_VIEWED' and actor_kind = 'SUPPORT' "
                                + "and details->>'ticket' = '4711'"))
                .isEqualTo(2);
    }

    @Test
    void readOnlyAlsoShowsTheConnections(Portal portal) {
        var ada = connected(portal);
        grant(ada, "READ_ONLY", "HOUR");
        var sam = visiting(portal);
        assertThat(sam.visit(company(portal) + "/connection").body())
                .contains(
                        "Default Environment",
                        Contoso.TENANT.toString(),
                        "Intune Connection Added",
                        "DeviceManagementApps.ReadWrite.All",
                        "Last checked",
                        "Managed devices",
                        "No deployments yet",
                        "Related events")
                .doesNotContain("Accept without", "/intune/reconnect", "/intune/delete", "Check now");
        var correlation = portal.database()
                .one("select correlation_id from event where type = 'INTUNE_CONNECTION_ADDED'", String.class);
        assertThat(sam.visit(company(portal) + "/events?q=" + correlation).body())
                .contains("Intune Connection Added");
        var event =
                portal.database().one("select event_id from event where type = 'INTUNE_CONNECTION_ADDED'", UUID.class);
        assertThat(sam.visit(company(portal) + "/events/" + event).body())
                .contains("/events?q=" + correlation, "/connection?environment=");
        ada.post("/settings/environments", "name", "Second");
        var second = portal.database().one("select environment_id from environment where name = 'Second'", UUID.class);
        assertThat(sam.visit(company(portal) + "/connection?environment=" + second)
                        .body())
                .contains("Second", "Default Environment", "Not connected");
        assertThat(sam.get(company(portal) + "/connection?environment=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whenTheGrantEndsOrIsTakenBackThePageEnds(Portal portal) {
        var ada = connected(portal);
        grant(ada, "EVENT_LOG", "HOUR");
        var sam = visiting(portal);
        assertThat(sam.get(company(portal) + "/events").statusCode()).isEqualTo(200);
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(61));
        assertThat(sam.visit(company(portal) + "/events").body()).contains("t currently grant this access");
        assertThat(sam.page().statusCode()).isEqualTo(403);

        grant(ada, "EVENT_LOG", "DAY");
        assertThat(sam.get(company(portal) + "/events").statusCode()).isEqualTo(200);
        ada.post(SETTINGS + "/end");
        assertThat(ada.follow().body()).contains("Success - Access revoked", "No access");
        assertThat(sam.get(company(portal) + "/events").statusCode()).isEqualTo(403);
        ada.post(SETTINGS + "/end");
        assertThat(portal.database().count("event where type = 'SUPPORT_ACCESS_CHANGED'"))
                .isEqualTo(3);
    }

    @Test
    void aVisitEndsAfterEightHoursAndAsksForItsTicketAgain(Portal portal) {
        var ada = connected(portal);
        grant(ada, "EVENT_LOG", "THREE_DAYS");
        var sam = visiting(portal);
        portal.microsoft().controls().advanceClock(Duration.ofHours(9));
        sam.signIn("support@patchbay.onmicrosoft.com");
        assertThat(sam.get(company(portal) + "/events").statusCode()).isEqualTo(403);
        assertThat(sam.visit(company(portal)).body()).contains("Start session");
    }

    @Test
    void aDeclinedRequestGrantsNothing(Portal portal) {
        var ada = connected(portal);
        var sam = support(portal);
        sam.visit(company(portal));
        sam.post(company(portal) + "/requests", "ticket", "4712", "reason", "Curious");
        var request =
                SETTINGS + "/requests/" + portal.database().one("select request_id from support_request", String.class);
        ada.visit(SETTINGS);
        ada.post(request);
        assertThat(ada.follow().body()).contains("Success - Request declined", "No access");
        assertThat(ada.post(request, "access", "READ_ONLY").statusCode()).isEqualTo(409);
        assertThat(portal.database().count("support_grant")).isZero();
    }

    @Test
    void forEverybodyElseItDoesNotExist(Portal portal) {
        var ada = connected(portal);
        assertThat(ada.get("/support").statusCode()).isEqualTo(404);
        assertThat(ada.get(company(portal)).statusCode()).isEqualTo(404);
        var sales = new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com");
        assertThat(sales.get("/support").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherCompanysEventIsNotFoundInTheGrantedOne(Portal portal) {
        var ada = connected(portal);
        grant(ada, "EVENT_LOG", "DAY");
        var sam = visiting(portal);
        new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        var theirs = portal.database().one("""
                select event_id from event e join company c using (company_id) where c.name = 'Fabrikam' limit 1
                """, String.class);
        assertThat(sam.get(company(portal) + "/events/" + theirs).statusCode()).isEqualTo(404);
    }

    @Test
    void whoAllowsItAtOnboardingIsReadWithoutFurtherQuestionsButNotUnseen(Portal portal) {
        var ada = new Surfer(portal).signIn(Contoso.ADMIN);
        ada.get("/companies/new");
        ada.post(
                "/companies",
                "name",
                "Contoso",
                "country",
                "DE",
                "contactEmail",
                "it@example.com",
                "supportEvents",
                "true",
                "terms",
                "true");
        ada.follow();
        var sam = support(portal);
        sam.visit(company(portal));
        sam.post(company(portal) + "/sessions", "number", "4711");
        assertThat(sam.follow().body()).contains("Until the company turns it off", "Company Created");
        assertThat(sam.get(company(portal) + "/connection").statusCode()).isEqualTo(403);
        assertThat(looks(portal)).isOne();
        ada.visit(SETTINGS);
        ada.post(SETTINGS + "/standing", "allowed", "false");
        assertThat(sam.get(company(portal) + "/events").statusCode()).isEqualTo(403);
    }

    @Test
    void withoutThatChoiceNothingIsAllowed(Portal portal) {
        connected(portal);
        assertThat(portal.database().count("support_standing_grant")).isZero();
    }

    @Test
    void aCaseIsFoundInTheLogsThatMayBeReadAndNowhereElse(Portal portal) {
        var ada = connected(portal);
        new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        var correlation = portal.database()
                .one(
                        "select correlation_id from event where title = 'Company Created' and actor_name like 'Ada%'",
                        String.class);
        var sam = support(portal);
        assertThat(sam.visit("/support?q=" + correlation).body()).doesNotContain("Matches in event logs you can read");
        grant(ada, "EVENT_LOG");
        assertThat(sam.visit("/support?q=" + correlation).body())
                .contains("Matches in event logs you can read", "Contoso: ")
                .doesNotContain("Fabrikam");
        assertThat(sam.visit("/support?q=" + Contoso.ADMIN).body()).contains("Contoso: ");
        portal.database()
                .execute("update event set details = '{\"AADSTS code\": \"65004\"}' where correlation_id = '"
                        + correlation + "' and title = 'Company Created'");
        assertThat(sam.visit("/support?q=AADSTS65004").body()).contains("Contoso: 1 event");
        assertThat(sam.visit("/support?q=admin@fabrikam.onmicrosoft.com").body())
                .doesNotContain("Fabrikam: ");
        assertThat(looks(portal)).isEqualTo(3);
    }

    @Test
    void anOpenPageEndsWithTheGrant(Portal portal) {
        var ada = connected(portal);
        grant(ada, "EVENT_LOG");
        var sam = support(portal);
        sam.visit(company(portal));
        sam.post(company(portal) + "/sessions", "number", "4711");
        var before = looks(portal);
        assertThat(sam.visit(company(portal) + "/bar").body())
                .contains("Data of Contoso")
                .doesNotContain("<html");
        assertThat(looks(portal)).isEqualTo(before);
        ada.visit(SETTINGS);
        ada.post(SETTINGS + "/end");
        var answer = sam.get(company(portal) + "/bar");
        assertThat(answer.headers().firstValue("HX-Redirect")).contains(company(portal));
    }

    @Test
    void theCustomerMakesABundleWithoutGrantingAnythingAndSupportOneAsFarAsItIsLetIn(Portal portal) throws IOException {
        var ada = connected(portal);
        ada.visit(SETTINGS);
        assertThat(files(ada.postForBytes(SETTINGS + "/bundle", "days", "7")))
                .containsOnlyKeys("README.txt", "events.csv", "events.jsonl", "versions.json", "connections.json")
                .hasEntrySatisfying("events.csv", csv -> assertThat(csv).contains("Intune Connection Added"))
                .hasEntrySatisfying("connections.json", text -> assertThat(text).contains("contoso.com"));
        assertThat(ada.visit("/events").body()).contains("Support Bundle Downloaded");
        var sam = support(portal);
        sam.visit(company(portal));
        assertThat(sam.post(company(portal) + "/bundle", "days", "7").statusCode())
                .isEqualTo(403);
        grant(ada, "EVENT_LOG");
        sam.post(company(portal) + "/sessions", "number", "4711");
        assertThat(files(sam.postForBytes(company(portal) + "/bundle", "days", "7")))
                .containsOnlyKeys("README.txt", "events.csv", "events.jsonl", "versions.json");
    }

    @Test
    void supportFiltersAndExportsLikeTheCompanyAndThatIsAnEvent(Portal portal) {
        var ada = connected(portal);
        grant(ada, "EVENT_LOG");
        var sam = support(portal);
        sam.visit(company(portal));
        sam.post(company(portal) + "/sessions", "number", "4711");
        assertThat(sam.visit(company(portal) + "/events?category=INTUNE").body())
                .contains("Intune Connection Added", "Export (1)")
                .doesNotContain(">Company Created<", "Verify log");
        var export = sam.post(company(portal) + "/events/export", "category", "INTUNE", "format", "CSV");
        assertThat(export.body()).contains("Intune Connection Added").doesNotContain("Company Created");
        assertThat(ada.visit("/events").body()).contains("Events Exported");
    }

    private static void grant(Surfer ada, String access) {
        ada.visit(SETTINGS);
        grant(ada, access, "DAY");
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        var files = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static void grant(Surfer ada, String access, String period) {
        ada.visit(SETTINGS);
        ada.post(SETTINGS, "access", access, "period", period);
        assertThat(ada.follow().body()).contains("Success - Access granted");
    }

    private static Surfer visiting(Portal portal) {
        var sam = support(portal);
        sam.visit(company(portal));
        sam.post(company(portal) + "/sessions", "number", "4711");
        sam.follow();
        return sam;
    }

    private static long looks(Portal portal) {
        return portal.database().count("event where type = 'SUPPORT_DATA_VIEWED'");
    }

    private static Surfer support(Portal portal) {
        return new Surfer(portal).signIn("support@patchbay.onmicrosoft.com");
    }

    private static Surfer connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        return ada;
    }

    private static String company(Portal portal) {
        return "/support/companies/"
                + portal.database().one("select company_id from company where name = 'Contoso'", String.class);
    }
}
