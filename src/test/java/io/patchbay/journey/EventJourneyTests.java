package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.event.ManyEvents;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An administrator finds an event, narrows the log, sends the view on, looks at details, takes it along and verifies it. */
@BrowserTest
@PortalTest
class EventJourneyTests {

    @Test
    void isFoundNarrowedSentOpenedExportedAndVerified(Portal portal) throws IOException {
        try (var ada = new Journey(portal)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso")
                    .startConnecting()
                    .pick(Contoso.ADMIN)
                    .accept();
            ada.heading("Intune Tenant Connected Successfully");
            past(portal);
            ada.open("/events").heading("Events").looksRight("events");
            assertThat(ada.page().locator("#log [role=status]")).hasText(Pattern.compile("1 - 25 of \\d+"));

            ada.page().getByLabel("Search").fill("connection added");
            assertThat(ada.page().locator("#log [role=status]")).hasText("1 - 1 of 1");
            assertThat(ada.page()).hasURL(Pattern.compile("/events\\?q=connection(%20|\\+)added&size=25$"));
            ada.page().getByLabel("Search").fill("");
            ada.page().getByLabel("Category").selectOption("INTUNE");
            assertThat(ada.page()).hasURL(Pattern.compile("/events\\?category=INTUNE"));
            assertThat(ada.page().locator("#log tbody tr td:nth-child(4)").first())
                    .hasText("Intune");
            ada.looksRight("events-narrowed");

            try (var bob = new Journey(portal)) {
                bob.openAddress(ada.page().url());
                assertThat(bob.page()).hasURL(Pattern.compile("/sign-in"));
                bob.signInAgain(Contoso.ADMIN);
                bob.openAddress(ada.page().url()).heading("Events");
                assertThat(bob.page().getByLabel("Category")).hasValue("INTUNE");
            }

            ada.page().locator("#log tbody a").first().click();
            assertThat(ada.page().locator("#drawer")).isVisible();
            ada.sees("Correlation ID").looksRight("events-drawer");
            ada.page().keyboard().press("Escape");
            assertThat(ada.page().locator("#drawer")).isHidden();
            ada.page().locator("#log tbody a").first().click();
            ada.follow("Open as page").heading("Intune Connection Added");
            ada.looksRight("event");

            ada.open("/events?size=10");
            ada.page().locator(".pb-chart a").last().focus();
            ada.enter();
            assertThat(ada.page()).hasURL(Pattern.compile("from=\\d{4}-\\d{2}-\\d{2}&to="));
            ada.looksRight("events-day");

            ada.open("/events?user=Person+3");
            var download = ada.page().waitForDownload(() -> ada.press("Export (6)"));
            Assertions.assertThat(download.suggestedFilename()).isEqualTo("events_log_entries.csv");
            Assertions.assertThat(Files.readAllLines(download.path())).hasSize(7);
            ada.press("Export (6)");

            ada.open("/events?category=INTUNE").fill("Name of the view", "Intune alone");
            ada.press("Save view").sees("The view \"Intune alone\" was saved.");
            assertThat(ada.page().locator(".pb-chips a:has-text('Intune alone')"))
                    .isVisible();
            ada.page().locator("nav summary:has-text('Saved views')").click();
            assertThat(ada.page().locator("#navigation li [aria-current]:has-text('Intune alone')"))
                    .isVisible();
            ada.looksRight("events-view").open("/events/views").looksRight("events-views");

            ada.open("/events").follow("Verify log").heading("Verify log").looksRight("verify");
            ada.press("Verify log").sees("46 entries are not sealed yet").looksRight("verify-waiting");
            portal.database().execute("""
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('event-seal', 'recurring', now(), false, 1)
                    """);
            await().until(() -> portal.database().count("event_unsealed") == 0);
            ada.press("Verify log").sees("The log is intact").looksRight("verify-intact");
            ada.open("/events?q=nothing+like+this").sees("No matching events").looksRight("events-none");
            ada.open("/settings/company").sees("Keep events for").looksRight("retention");
        }
    }

    @Test
    void areStreamedOutAndNewOnesAreAnnounced(Portal portal) {
        try (var ada = new Journey(portal)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso");
            ada.open("/settings/streaming").heading("Event Streaming").looksRight("streaming-none");
            ada.fill("Token name", "SIEM").press("Create token").heading("Save this token");
            ada.follow("I've saved it").sees("SIEM");
            ada.page()
                    .getByLabel("Address (https)")
                    .fill(portal.microsoft().receiverAddress("siem").toString());
            ada.press("Start streaming").heading("Save this secret").looksRight("streaming-secret");
            ada.follow("I've saved it")
                    .press("Send test")
                    .sees("HTTP 202 accepted")
                    .looksRight("streaming");
            ada.page().getByLabel("Revoke SIEM…").click();
            ada.sees("You can't undo this.").looksRight("streaming-revoke");
            ada.press("Revoke SIEM").sees("Success - Token revoked");
            ada.page().locator("summary:has-text('Stop streaming')").click();
            ada.sees("127.0.0.1 receives no more events");

            ada.open("/events");
            try (var again = new Journey(portal)) {
                again.open("/sign-in").follow("Sign in with Microsoft").giveAccount(Contoso.ADMIN);
                again.open("/settings/environments/new").fill("Name", "Branch").press("Save");
            }
            ada.page().evaluate("htmx.ajax('GET', document.getElementById('news').getAttribute('hx-get'), '#news')");
            ada.sees("new event").looksRight("events-news");
            ada.follow("Show");
            assertThat(ada.page().locator("#log tbody tr").first()).containsText("Environment Branch Created");
        }
    }

    private static void past(Portal portal) {
        portal.database().execute("""
                insert into event (company_id, occurred_at, event_id, type, title, description, category, operation, severity,
                  actor_kind, actor_name, details)
                select c.company_id, date_trunc('milliseconds', now() - i * interval '9 hours'),
                  (lpad(to_hex((extract(epoch from date_trunc('milliseconds', now() - i * interval '9 hours')) * 1000)::bigint),
                    12, '0') || '70008' || substr(md5(random()::text), 1, 15))::uuid,
                  'ENVIRONMENT_UPDATED', 'Environment Updated', 'Somebody renamed an environment.', 'ENVIRONMENT', 'UPDATED',
                  'GENERAL', 'PERSON', 'Person ' || i % 7, '{}'
                from company c, generate_series(1, 40) i
                """);
        portal.database().execute("""
                insert into event_unsealed select company_id, event_id, occurred_at from event on conflict do nothing
                """);
        ManyEvents.note(portal);
    }
}
