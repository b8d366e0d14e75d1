package io.patchbay.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What costs others something can be done only so often, and it is said when it may go on. */
@PortalTest
class ActionLimitTests {

    private static final String FELIX = "admin@fabrikam.onmicrosoft.com";

    @Test
    void invitationsAndThoseSentAgainAreLimitedTogether(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        for (int i = 0; i < 29; i++) {
            assertThat(invite(ada, i).statusCode()).isEqualTo(302);
        }
        var resend = ada.visit("/settings/users/invitations")
                .body()
                .replaceAll("(?s).*?(/settings/users/invitations/[0-9a-f-]{36}/resend).*", "$1");
        assertThat(ada.post(resend).statusCode()).isEqualTo(302);
        assertThat(invite(ada, 30).statusCode()).isEqualTo(429);
        assertThat(ada.page().body()).contains("Too many attempts").contains("You can try again in");
        assertThat(ada.page().headers().firstValue("Retry-After")).isPresent();
        assertThat(ada.post(resend).statusCode()).isEqualTo(429);
        assertThat(portal.microsoft().mailbox().mails()).hasSize(30);
        assertThat(ada.visit("/events").body()).containsOnlyOnce(">Limit Reached<");
        assertThat(invite(new Surfer(portal).foundCompany(FELIX, "Fabrikam"), 1).statusCode())
                .isEqualTo(302);
        portal.microsoft().controls().advanceClock(Duration.ofHours(1));
        assertThat(invite(new Surfer(portal).signIn(Contoso.ADMIN), 30).statusCode())
                .isEqualTo(302);
    }

    @Test
    void onePersonCreatesFiveCompaniesADay(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso 1");
        for (int i = 2; i <= 5; i++) {
            ada.foundAnother("Contoso " + i);
        }
        assertThat(found(ada).statusCode()).isEqualTo(429);
        assertThat(ada.page().body()).containsPattern("You can try again in \\d+ (hours?|minutes?)");
        assertThat(portal.database().rowCounts()).containsEntry("company", 5L);
        portal.microsoft().controls().advanceClock(Duration.ofDays(1));
        var later = new Surfer(portal).signIn(Contoso.ADMIN);
        assertThat(found(later).statusCode()).isEqualTo(302);
    }

    @Test
    void everythingThatIsLimitedIsRefusedOnceItWasTooMuch(Portal portal) {
        var ada = Contoso.connected(portal).founder();
        var bob = new Surfer(portal).signIn("intune@contoso.onmicrosoft.com");
        var company = bob.visit("/companies").body().replaceAll("(?s).*?/companies/([0-9a-f-]{36})/access.*", "$1");
        assertThat(company).hasSize(36);
        var environment = ada.environment();
        var channel = ada.visit("/settings/notifications")
                .body()
                .replaceAll("(?s).*?(/settings/notifications/channels/[0-9a-f-]{36}).*", "$1");
        ada.post(channel + "/test");
        ada.post("/events/export", "format", "CSV");
        portal.database().execute("update rate_limit set hits = 1000");

        assertRefused(() -> ada.post(channel + "/test").statusCode());
        assertRefused(() -> ada.post("/events/export", "format", "CSV").statusCode());
        assertRefused(() -> ada.post("/settings/streaming/tokens", "name", "x").statusCode());
        assertRefused(() -> ada.post(
                        "/settings/notifications",
                        "environment",
                        environment,
                        "type",
                        "TEAMS",
                        "name",
                        "Other",
                        "address",
                        portal.microsoft().receiverAddress("other").toString(),
                        "kinds",
                        "CONNECTION_LOST")
                .statusCode());
        assertRefused(() -> bob.post("/companies/" + company + "/access-requests", "reason", "x")
                .statusCode());
        assertRefused(() -> found(bob).statusCode());
        assertThat(portal.database().rowCounts())
                .containsEntry("channel", 1L)
                .containsEntry("event_token", 1L)
                .containsEntry("access_request", 1L)
                .containsEntry("company", 1L);
    }

    @Test
    void aCompanyAndAnAddressMayFiveTimesAsOftenAsAPerson(Portal portal) {
        var limits = portal.bean(ActionLimits.class);
        var contoso = new CompanyId(UUID.randomUUID());
        for (int i = 0; i < 50; i++) {
            by(contoso, "192.0.2." + i, limits);
        }
        assertThatThrownBy(() -> by(contoso, "192.0.2.99", limits)).isInstanceOf(TooManyRequestsException.class);
        for (int i = 0; i < 50; i++) {
            by(new CompanyId(UUID.randomUUID()), "198.51.100.1", limits);
        }
        assertThatThrownBy(() -> by(new CompanyId(UUID.randomUUID()), "198.51.100.1", limits))
                .isInstanceOf(TooManyRequestsException.class);
    }

    private static void by(CompanyId company, String address, ActionLimits limits) {
        var person = new PersonId(UUID.randomUUID(), UUID.randomUUID());
        var actor = new Actor.Member(person, "Somebody", "x@example.com", new Actor.Origin(address, null));
        Current.as(company, actor, () -> {
            limits.take(LimitedAction.ACCESS_REQUEST);
            return true;
        });
    }

    private static void assertRefused(Supplier<Integer> action) {
        assertThat(action.get()).isEqualTo(429);
    }

    private static java.net.http.HttpResponse<String> found(Surfer surfer) {
        surfer.get("/companies/new");
        return surfer.post(
                "/companies", "name", "Another", "country", "DE", "contactEmail", "it@example.com", "terms", "true");
    }

    private static java.net.http.HttpResponse<String> invite(Surfer surfer, int number) {
        surfer.get("/settings/users/invitations");
        return surfer.post(
                "/settings/users/invitations", "email", "p" + number + "@example.com", "role", "READ_ONLY_ADMIN");
    }
}
