package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Channels are added and tried, tell of a lost connection, remind once a day, tell its recovery, and end with it. */
@BrowserTest
@PortalTest
class NotificationJourneyTests {

    private static final Pattern LINK = Pattern.compile("/mail/verify[\\w.-]+");

    @Test
    void tellWhatHappens(Portal portal) {
        try (var ada = new Journey(portal);
                var reader = new Journey(portal)) {
            ada.foundCompany(Contoso.ADMIN, "Contoso")
                    .startConnecting()
                    .pick(Contoso.ADMIN)
                    .accept();
            ada.heading("Intune Tenant Connected Successfully");
            ada.open("/settings/notifications").sees("No channels yet").looksRight("channels-none");

            add(ada, "Email", "IT", "it@elsewhere.example");
            ada.sees("Not verified: nothing is sent").looksRight("channel-not-verified");
            reader.openAddress(portal.url() + link(portal)).looksRight("mail-link");
            reader.press("Confirm this address")
                    .sees("Notifications will be sent to it@elsewhere.example")
                    .looksRight("mail-link-used");

            add(
                    ada,
                    "Webhook",
                    "SIEM",
                    portal.microsoft().receiverAddress("siem").toString());
            ada.sees("Copy it now").looksRight("channel-secret");
            ada.press("Test").sees("The receiver responded: HTTP 202 accepted");
            add(
                    ada,
                    "Microsoft Teams",
                    "Operations",
                    portal.microsoft().receiverAddress("teams").toString());
            ada.open("/settings/notifications").looksRight("channels");

            portal.microsoft().controls().revokeConsent(Contoso.TENANT);
            check(ada);
            awaitToTeams(portal, "The connection to Contoso is lost");
            assertThat(ada.page().locator("#bell .pb-bell-count")).hasText("1");
            portal.microsoft().controls().advanceClock(Duration.ofHours(25));
            remind(portal);
            awaitToTeams(portal, "The connection to Contoso is lost", "The connection to Contoso is still lost");
            portal.microsoft().controls().grantConsent(Contoso.TENANT);
            ada.signInAgain(Contoso.ADMIN);
            check(ada);
            awaitToTeams(
                    portal,
                    "The connection to Contoso is lost",
                    "The connection to Contoso is still lost",
                    "The connection to Contoso is restored");
            assertThat(portal.microsoft().mailbox().mails().stream()
                            .filter(mail -> mail.subject().startsWith("The connection")))
                    .hasSize(3);

            ada.page().locator("#bell").click();
            ada.heading("Your notifications").sees("is restored").looksRight("inbox");
            ada.press("Mark as read: The connection to Contoso is restored");
            assertThat(ada.page().locator("#bell .pb-bell-count")).hasText("2");
            ada.press("Mark all as read");
            assertThat(ada.page().locator("#bell .pb-bell-count")).hasCount(0);

            ada.open("/settings/notifications").follow("SIEM").looksRight("channel-deliveries");
            ada.follow("Delete").sees("Delete the channel SIEM?").looksRight("channel-delete");
            ada.press("Delete").sees("Channel SIEM deleted");

            ada.open("/settings/environments").follow("Delete");
            ada.expand("Notifications: 3")
                    .sees("Email: IT")
                    .sees("Microsoft Teams: Operations")
                    .looksRight("disconnect-names-channels");
            ada.press("OK").sees("Success - Intune disconnected");
            assertThat(ada.page().locator(".pb-nav a[href='/settings/notifications']"))
                    .hasCount(0);
            await().untilAsserted(
                            () -> assertThat(portal.database().count("channel")).isZero());
            awaitToTeams(
                    portal,
                    "The connection to Contoso is lost",
                    "The connection to Contoso is still lost",
                    "The connection to Contoso is restored",
                    "Contoso is being disconnected",
                    "Contoso is disconnected");
        }
    }

    private static void add(Journey ada, String type, String name, String address) {
        ada.open("/settings/notifications").follow("Add channel").heading("Add channel");
        ada.page().locator("#type").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(type));
        ada.page().locator("#name").fill(name);
        ada.page().locator("#address").fill(address);
        if (type.equals("Email")) {
            ada.looksRight("channel-form");
        }
        ada.press("Add channel").sees("Success - Channel added");
    }

    private static void check(Journey ada) {
        ada.open("/settings/environments");
        ada.open(ada.page().locator("a[href$='/intune']").first().getAttribute("href"))
                .press("Check now");
        assertThat(ada.page().getByText("Checking")).hasCount(0);
        ada.open("/settings/environments");
    }

    private static void remind(Portal portal) {
        portal.database()
                .execute(
                        "update scheduled_tasks set execution_time = '2000-01-01' where task_name = 'remind-of-incidents'");
    }

    private static void awaitToTeams(Portal portal, String... titles) {
        await().untilAsserted(() -> {
            var bodies = portal.microsoft().receivers().of("teams");
            assertThat(bodies).hasSize(titles.length);
            for (int i = 0; i < titles.length; i++) {
                assertThat(bodies.get(i).body()).contains(titles[i]);
            }
        });
    }

    private static String link(Portal portal) {
        var mail = portal.microsoft()
                .mailbox()
                .mails()
                .getFirst()
                .text()
                .replace("=\r\n", "")
                .replace("=2E", ".");
        var link = LINK.matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group();
    }
}
