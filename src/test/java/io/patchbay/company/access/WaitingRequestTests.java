package io.patchbay.company.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Whoever asked to be let in sees it, may remind of it once an hour, and may take it back. */
@PortalTest
class WaitingRequestTests {

    private static final String BOB = "user@contoso.onmicrosoft.com";

    @Test
    void whoeverAskedSeesThatItWaits(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var bob = new Surfer(portal).signIn(BOB);
        assertThat(bob.visit("/companies").body()).contains("Request access to Contoso");
        assertThat(ask(portal, bob).body())
                .contains("Waiting for approval")
                .contains("Withdraw the request for access to Contoso")
                .doesNotContain("Request access to Contoso")
                .doesNotContain("Renotify the administrators");
        var others = new Surfer(portal).signIn("appadmin@contoso.onmicrosoft.com");
        assertThat(others.visit("/companies").body())
                .contains("Request access to Contoso")
                .doesNotContain("Waiting");
        assertThat(ada.visit("/settings/users/pending").body()).doesNotContain("Requested again:");
    }

    @Test
    void theAdministratorsAreRemindedOnceAnHourAtTheMost(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var bob = new Surfer(portal).signIn(BOB);
        ask(portal, bob);
        assertThat(bob.post(address(portal, "renewal")).statusCode()).isEqualTo(429);
        assertThat(bob.page().body()).contains("60 minutes");
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(61));
        assertThat(bob.visit("/companies").body()).contains("Renotify the administrators of Contoso");
        bob.post(address(portal, "renewal"));
        assertThat(bob.follow().body())
                .contains("Success - The administrators of Contoso have been notified again")
                .contains("Requested again:")
                .doesNotContain("Renotify the administrators of Contoso");
        assertThat(bob.post(address(portal, "renewal")).statusCode()).isEqualTo(429);
        assertThat(ada.visit("/settings/users/pending").body()).contains("Requested again:");
        assertThat(count(portal, "event where title like 'Access Requested Again by %'"))
                .isEqualTo(1);
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(61));
        bob.get("/companies");
        assertThat(bob.post(address(portal, "renewal")).statusCode()).isEqualTo(302);
    }

    @Test
    void ofTwoRemindersAtOnceOneCounts(Portal portal) throws InterruptedException {
        new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var bob = new Surfer(portal).signIn(BOB);
        ask(portal, bob);
        portal.microsoft().controls().advanceClock(Duration.ofHours(2));
        var again = new Surfer(portal).signIn(BOB);
        bob.get("/companies");
        again.get("/companies");
        var address = address(portal, "renewal");
        Callable<Integer> first = () -> bob.post(address).statusCode();
        Callable<Integer> second = () -> again.post(address).statusCode();
        assertThat(AtOnce.all(first, second)).containsExactlyInAnyOrder(302, 429);
        assertThat(count(portal, "event where title like 'Access Requested Again by %'"))
                .isEqualTo(1);
    }

    @Test
    void aRequestIsTakenBackAndMayBeMadeAgain(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var bob = new Surfer(portal).signIn(BOB);
        ask(portal, bob);
        bob.post(address(portal, "withdrawal"));
        assertThat(bob.follow().body())
                .contains("Success - Request for access to Contoso withdrawn")
                .contains("Request access to Contoso");
        assertThat(ada.visit("/settings/users/pending").body()).contains("No pending requests");
        assertThat(bob.post(address(portal, "withdrawal")).statusCode()).isEqualTo(404);
        assertThat(bob.post(address(portal, "renewal")).statusCode()).isEqualTo(404);
        assertThat(count(portal, "event where title like 'Access Request Withdrawn by %'"))
                .isEqualTo(1);
        assertThat(ask(portal, bob).body()).contains("Waiting for approval");
    }

    @Test
    void nobodyTouchesTheRequestOfSomebodyElse(Portal portal) {
        new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ask(portal, new Surfer(portal).signIn(BOB));
        portal.microsoft().controls().advanceClock(Duration.ofHours(2));
        for (var account : List.of("appadmin@contoso.onmicrosoft.com", "user@fabrikam.onmicrosoft.com")) {
            var mallory = new Surfer(portal).signIn(account);
            mallory.get("/companies");
            assertThat(mallory.post(address(portal, "renewal")).statusCode()).isEqualTo(404);
            assertThat(mallory.post(address(portal, "withdrawal")).statusCode()).isEqualTo(404);
        }
        assertThat(count(portal, "access_request where reminded_at is null")).isEqualTo(1);
    }

    private static HttpResponse<String> ask(Portal portal, Surfer bob) {
        bob.get("/companies");
        bob.post("/companies/" + company(portal) + "/access-requests", "reason", "");
        return bob.follow();
    }

    private static String address(Portal portal, String what) {
        return "/companies/" + company(portal) + "/access-requests/" + what;
    }

    private static String company(Portal portal) {
        return portal.database().one("select company_id from company", String.class);
    }

    private static long count(Portal portal, String what) {
        return portal.database().count(what);
    }
}
