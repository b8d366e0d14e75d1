package io.patchbay.event.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.event.ManyEvents;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page Events: what it finds, how it counts, and how one goes through it. */
@PortalTest
class EventPageTests {

    private static final Pattern ROW = Pattern.compile("hx-get=\"/events/[0-9a-f-]{36}\"[^>]*>([^<]+)</a>");
    private static final Pattern LINK =
            Pattern.compile("href=\"(/events\\?[^\"]+)\"[^>]*>\\s*<i class=\"bi bi-([a-z-]+)\"");

    private static Surfer ada(Portal portal) {
        return new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
    }

    private static UUID company(Portal portal) {
        return portal.database().one("select company_id from company", UUID.class);
    }

    private static List<String> titles(Surfer surfer, String address) {
        var page = surfer.visit(address);
        assertThat(page.statusCode()).as(address).isEqualTo(200);
        return ROW.matcher(page.body()).results().map(row -> row.group(1)).toList();
    }

    private static String link(Surfer surfer, String icon) {
        return LINK.matcher(surfer.page().body())
                .results()
                .filter(link -> link.group(2).equals(icon))
                .map(link -> link.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElse("");
    }

    /** Half an hour before midnight in UTC it is the next day in Auckland: the filter, the chart and the export all say so. */
    @Test
    void daysAreThoseOfTheReadersZone(Portal portal) {
        var ada = ada(portal);
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company(portal), 1, 60, "Entry");
        portal.database()
                .execute("update event set occurred_at = date_trunc('day', occurred_at) + interval '23.5 hours'");
        var day = portal.database().one("select min(occurred_at)::date from event", LocalDate.class);
        var next = day.plusDays(1);
        assertThat(titles(ada, "/events?from=" + next + "&to=" + next)).isEmpty();
        ada.visit("/account");
        ada.post("/account", "timeZone", "Pacific/Auckland", "contactEmail", "");
        assertThat(titles(ada, "/events?from=" + next + "&to=" + next)).containsExactly("Entry 0");
        assertThat(titles(ada, "/events?from=" + day + "&to=" + day)).isEmpty();
        ada.visit("/events");
        assertThat(ada.post("/events/export", "format", "CSV").body())
                .contains(next + "T1", "+1")
                .doesNotContain(day + "T");
    }

    @Test
    void isReadBothWaysAndSaysWhereOneIs(Portal portal) {
        var ada = ada(portal);
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company(portal), 192, 60, "Entry");

        var read = new ArrayList<>(titles(ada, "/events?size=10"));
        assertThat(ada.page().body()).contains("1 - 10 of 192", "Export (192)");
        while (!link(ada, "chevron-right").isEmpty()) {
            read.addAll(titles(ada, link(ada, "chevron-right")));
        }
        assertThat(ada.page().body()).contains("191 - 192 of 192");
        assertThat(read)
                .hasSize(192)
                .doesNotHaveDuplicates()
                .startsWith("Entry 0")
                .endsWith("Entry 191");

        var back = new ArrayList<>(titles(ada, link(ada, "chevron-left")));
        assertThat(ada.page().body()).contains("181 - 190 of 192");
        assertThat(back).startsWith("Entry 180").endsWith("Entry 189");
        titles(ada, link(ada, "chevron-double-left"));
        assertThat(ada.page().body()).contains("1 - 10 of 192");
        assertThat(titles(ada, link(ada, "chevron-double-right")))
                .endsWith("Entry 191")
                .hasSize(10);
        assertThat(ada.page().body()).contains("183 - 192 of 192");
        assertThat(link(ada, "chevron-right")).isEmpty();
    }

    /** Pages of a filter are looked for near the days on which the counts have enough of them, and elsewhere where they are not. */
    @Test
    void isReadBothWaysThroughMonthsWhereItIsFiltered(Portal portal) {
        var ada = ada(portal);
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company(portal), 360, 86_400, "Entry");

        var read = new ArrayList<>(titles(ada, "/events?size=50&category=INTUNE"));
        while (!link(ada, "chevron-right").isEmpty()) {
            read.addAll(titles(ada, link(ada, "chevron-right")));
        }
        assertThat(ada.page().body()).contains("101 - 120 of 120");
        assertThat(read)
                .isEqualTo(IntStream.range(0, 120)
                        .mapToObj(i -> "Entry " + (1 + 3 * i))
                        .toList());
        assertThat(titles(ada, link(ada, "chevron-left"))).isEqualTo(read.subList(50, 100));
        assertThat(titles(ada, link(ada, "chevron-left"))).isEqualTo(read.subList(0, 50));
        assertThat(titles(ada, "/events?size=50&category=INTUNE&last=true")).isEqualTo(read.subList(70, 120));
    }

    @Test
    void pagesAreFullThoughEventsLeaveWhileTheirCountsAreKept(Portal portal) {
        var ada = ada(portal);
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company(portal), 120, 86_400, "Entry");

        titles(ada, "/events?size=10&category=INTUNE&last=true");
        portal.database().execute("delete from event where occurred_at < now() - interval '60 days'");
        assertThat(titles(ada, "/events?size=10&category=INTUNE&last=true"))
                .hasSize(10)
                .startsWith("Entry 31")
                .endsWith("Entry 58");
        portal.database().execute("delete from event where occurred_at > now() - interval '40 days'");
        assertThat(titles(ada, "/events?size=5&category=INTUNE"))
                .startsWith("Entry 40")
                .hasSize(5);
    }

    @Test
    void narrowsByEachFilterAndByAllTogether(Portal portal) {
        var ada = ada(portal);
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company(portal), 84, 60, "Entry");

        assertThat(titles(ada, "/events?category=INTUNE&size=100")).hasSize(28);
        assertThat(titles(ada, "/events?severity=SECURITY&size=100")).hasSize(42);
        assertThat(titles(ada, "/events?user=Person+3&size=100")).hasSize(12);
        assertThat(titles(ada, "/events?operation=UPDATED&size=100")).hasSize(84);
        assertThat(titles(ada, "/events?operation=CREATED")).isEmpty();
        assertThat(ada.page().body()).contains("No matching events");
        assertThat(titles(ada, "/events?category=INTUNE&severity=SECURITY&user=Person+1&size=100"))
                .containsExactly("Entry 1", "Entry 43");
        assertThat(ada.page().body()).contains("1 - 2 of 2", "Export (2)");
        assertThat(titles(ada, "/events?environment=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void eachFilterIsNamedAndLeavesByItself(Portal portal) {
        var ada = ada(portal);
        var page = ada.visit("/events?q=a%26b+%C3%BC&severity=SECURITY&from=2026-01-02&size=50")
                .body();
        assertThat(page)
                .contains("Search: a&amp;b ü", "Severity: Security", "From: 2 Jan 2026")
                .contains("href=\"/events?q=a%26b%20%C3%BC&amp;severity=SECURITY&amp;size=50\"")
                .contains("href=\"/events?q=a%26b%20%C3%BC&amp;from=2026-01-02&amp;size=50\"")
                .contains("href=\"/events?from=2026-01-02&amp;severity=SECURITY&amp;size=50\"");
        assertThat(ada.visit("/events").body()).doesNotContain("pb-chips");
    }

    @Test
    void namesStandBesideTheIdentifiersOfAnEvent(Portal portal) {
        var ada = ada(portal);
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        var event = portal.database().one("select event_id from event where tenant_id is not null limit 1", UUID.class);
        assertThat(ada.visit("/events/" + event).body().replaceAll("\\s+", " "))
                .contains("<dt>Environment</dt> <dd> <span>Default Environment</span>")
                .contains("<dt>Intune tenant ID</dt> <dd> <span>Contoso</span>")
                .contains(Contoso.TENANT.toString());
    }

    @Test
    void findsTextInTitleDescriptionAndUserToTheLetter(Portal portal) {
        var ada = ada(portal);
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company(portal), 30, 60, "100%_\\ Entry");

        assertThat(titles(ada, "/events?q=entry+17")).containsExactly("100%_\\ Entry 17");
        assertThat(titles(ada, "/events?q=NUMBER+12+of")).containsExactly("100%_\\ Entry 12");
        assertThat(titles(ada, "/events?q=person+6&size=100")).hasSize(4);
        assertThat(titles(ada, "/events?q=100%25_%5C&size=100")).hasSize(30);
        assertThat(titles(ada, "/events?q=%25%25")).isEmpty();
        assertThat(titles(ada, "/events?q=%27%20or%201%3D1--")).isEmpty();
        assertThat(ada.page().body()).contains("Search the entire log", "&#39; or 1=1--");
    }

    @Test
    void looksForTextInNinetyDaysUnlessToldOtherwise(Portal portal) {
        var ada = ada(portal);
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company(portal), 100, 86_400, "Entry");

        assertThat(titles(ada, "/events?q=entry+95")).isEmpty();
        assertThat(ada.page().body()).contains("Results since");
        assertThat(titles(ada, "/events?q=entry+95&from=2000-01-01")).containsExactly("Entry 95");
    }

    @Test
    void narrowsToTheDaysOfABar(Portal portal) {
        var ada = ada(portal);
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company(portal), 10, 43_200, "Entry");

        ada.visit("/events");
        var day = LocalDate.ofInstant(portal.bean(java.time.Clock.class).instant(), ZoneOffset.UTC)
                .minusDays(3);
        assertThat(ada.page().body()).contains("/events?from=" + day + "&amp;to=" + day);
        assertThat(titles(ada, "/events?from=" + day + "&to=" + day)).hasSize(2);
    }

    @Test
    void countsExactlyUpToTenThousandAndNeverFurther(Portal portal) {
        var ada = ada(portal);
        portal.database().execute("truncate event, event_unsealed");
        ManyEvents.write(portal, company(portal), 10_000, 1, "Entry");
        ada.visit("/events");
        assertThat(ada.page().body()).contains("1 - 25 of 10,000<", "Export (10,000)");
        portal.database().execute("truncate event, event_unsealed");
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(2));
        ManyEvents.write(portal, company(portal), 10_030, 1, "Entry");
        ada.visit("/events");
        assertThat(ada.page().body()).contains("1 - 25 of 10,000+");
        ada.visit("/events?last=true");
        assertThat(ada.page().body()).contains("25 of 10,000+");
    }

    /** What came within the last minute is counted from the page where it shows all of it, and by the database where not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 11, 30})
    void countsWhatJustCameWhateverOfItIsOnThePage(int came, Portal portal) {
        var ada = ada(portal);
        ManyEvents.write(portal, company(portal), 40, 1, "Entry");
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(2));
        var before = portal.database().count("event");
        ada.visit("/events?size=10");
        assertThat(ada.page().body()).contains("1 - 10 of " + before);
        for (int i = 0; i < came; i++) {
            ada.post("/settings/environments", "name", "Branch " + i);
        }
        ada.visit("/events?size=10");
        assertThat(ada.page().body()).contains("1 - 10 of " + (before + came));
        ada.visit(link(ada, "chevron-right"));
        assertThat(ada.page().body()).contains("11 - 20 of " + (before + came));
        ada.visit("/events?size=10&q=Branch");
        assertThat(ada.page().body()).contains("1 - " + Math.min(10, came) + " of " + came);
    }

    @Test
    void saysThatNewEventsCameAndOnlyThoseThatTheFilterFinds(Portal portal) {
        var ada = ada(portal);
        ada.visit("/events");
        var news = Pattern.compile("hx-get=\"(/events/news[^\"]+)\"")
                .matcher(ada.page().body());
        assertThat(news.find()).isTrue();
        var address = news.group(1).replace("&amp;", "&");
        assertThat(ada.get(address).body()).doesNotContain("new event");
        ada.post("/settings/environments", "name", "Second");
        ada.post("/settings/environments", "name", "Third");
        assertThat(ada.get(address).body()).contains("2 new events.");
        assertThat(ada.get(address + "&category=INTUNE").body()).doesNotContain("new event");
    }

    @Test
    void showsEveryFieldWithWhatWasBeforeAndTheEnvironmentsName(Portal portal) {
        var ada = ada(portal);
        ada.post(
                "/settings/company",
                "name",
                "Contoso Ltd",
                "country",
                "DE",
                "contactEmail",
                "it@example.com",
                "billingEmail",
                "");
        var changed = portal.database().one("select event_id from event where type = 'COMPANY_UPDATED'", UUID.class);
        var page = ada.visit("/events/" + changed).body();
        assertThat(page)
                .contains(
                        "<del>Contoso</del>", "<ins>Contoso Ltd</ins>", "&quot;after&quot; : &quot;Contoso Ltd&quot;");
        assertThat(page).contains(portal.url() + "/events/" + changed);

        ada.post("/settings/environments", "name", "Branch office");
        var made = portal.database()
                .one(
                        "select event_id from event where type = 'ENVIRONMENT_CREATED' order by event_id desc limit 1",
                        UUID.class);
        assertThat(ada.visit("/events/" + made).body()).contains("<dd>Branch office</dd>");
        assertThat(ada.visit("/events").body()).contains(">Branch office</option>");
    }

    @Test
    void refusesWhatIsNoFilter(Portal portal) {
        var ada = ada(portal);
        for (var nonsense : List.of(
                "category=NONSENSE",
                "severity=INFO",
                "from=yesterday",
                "from=9999-12-31",
                "to=-0001-01-01",
                "size=0",
                "size=101",
                "size=x",
                "environment=1",
                "before=1",
                "last=true&before=" + UUID.randomUUID(),
                "q=" + "x".repeat(101))) {
            assertThat(ada.get("/events?" + nonsense).statusCode()).as(nonsense).isEqualTo(400);
        }
        assertThat(ada.get("/events?category=&from=&environment=&size=&before=&last=&q=&user=")
                        .statusCode())
                .isEqualTo(200);
    }
}
