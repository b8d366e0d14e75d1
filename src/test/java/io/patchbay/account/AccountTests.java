package io.patchbay.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to a person: their sessions, their preferences and the companies they are in. */
@PortalTest
class AccountTests {

    private static final Pattern SESSION = Pattern.compile("/account/sessions/([0-9a-f-]{36})/end");
    private static final String BOB = "user@contoso.onmicrosoft.com";

    @Test
    void aSessionSignedOutElsewhereEndsWithItsNextRequest(Portal portal) {
        var office = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var home = new Surfer(portal).signIn(Contoso.ADMIN);
        assertThat(home.get("/catalog").statusCode()).isEqualTo(200);

        assertThat(sessions(office)).hasSize(1);
        assertThat(office.page().body()).contains("This session").contains("127.0.0.1");
        office.post("/account/sessions/" + sessions(office).getFirst() + "/end");
        assertThat(office.follow().body()).contains("Success - Signed out of 1 session");
        assertThat(sessions(office)).isEmpty();
        assertThat(office.page().body()).doesNotContain("Sign out all other sessions");

        assertThat(home.get("/catalog").statusCode()).isEqualTo(302);
        assertThat(home.follow().body()).contains("Sign in to Patchbay");
        assertThat(office.get("/catalog").statusCode()).isEqualTo(200);
    }

    @Test
    void allOtherSessionsEndAtOnce(Portal portal) {
        var office = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var others = List.of(
                new Surfer(portal).signIn(Contoso.ADMIN),
                new Surfer(portal).signIn(Contoso.ADMIN),
                new Surfer(portal).signIn(Contoso.ADMIN));
        var bob = new Surfer(portal).signIn(BOB);
        office.get("/account");
        office.post("/account/sessions/end-others");
        assertThat(office.follow().body()).contains("Success - Signed out of 3 sessions");
        for (var other : others) {
            assertThat(other.get("/account").statusCode()).isEqualTo(302);
        }
        assertThat(office.get("/account").statusCode()).isEqualTo(200);
        assertThat(bob.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodySeesOrEndsTheSessionOfSomebodyElse(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        new Surfer(portal).signIn(Contoso.ADMIN);
        var bob = new Surfer(portal).signIn(BOB);
        assertThat(sessions(bob)).isEmpty();
        var adasOther = sessions(ada).getFirst();
        assertThat(bob.post("/account/sessions/" + adasOther + "/end").statusCode())
                .isEqualTo(404);
        bob.post("/account/sessions/end-others");
        assertThat(sessions(ada)).containsExactly(adasOther);
    }

    @Test
    void theSessionInUseIsNotEndedFromItsOwnList(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var other = new Surfer(portal).signIn(Contoso.ADMIN);
        var own = sessions(other).getFirst();
        assertThat(ada.post("/account/sessions/" + own + "/end").statusCode()).isEqualTo(409);
        assertThat(ada.page().body()).contains("This is your current session.");
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void noIdentifierOfASessionIsEverShown(Portal portal) throws SQLException {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        new Surfer(portal).signIn(Contoso.ADMIN);
        var page = ada.get("/account").body();
        var cookie = ada.cookie("patchbay");
        assertThat(page)
                .doesNotContain(cookie)
                .doesNotContain(new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8));
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery("select session_id, primary_id from spring_session")) {
            while (rows.next()) {
                assertThat(page).doesNotContain(rows.getString(1)).doesNotContain(rows.getString(2));
            }
        }
    }

    /** Rows of several sessions must not be taken for each other's, however PostgreSQL joins them. */
    @ParameterizedTest
    @ValueSource(strings = {"hashjoin", "mergejoin", "nestloop"})
    void eachSessionKeepsWhatIsKnownOfIt(String way, Portal portal) throws SQLException {
        var office = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        for (int i = 0; i < 8; i++) {
            new Surfer(portal).signIn(Contoso.ADMIN);
        }
        office.foundAnother("Chosen later, so that this attribute comes after those of the other sessions");
        try {
            for (var other : List.of("hashjoin", "mergejoin", "nestloop")) {
                portal.database().execute("alter role patchbay_app set enable_" + other + " = " + other.equals(way));
            }
            connectAnew(portal);
            assertThat(office.get("/account").body().split("127\\.0\\.0\\.1", -1))
                    .hasSize(10);
        } finally {
            portal.database().execute("alter role patchbay_app reset all");
            connectAnew(portal);
        }
    }

    private static void connectAnew(Portal portal) throws SQLException {
        portal.bean(DataSource.class)
                .unwrap(HikariDataSource.class)
                .getHikariPoolMXBean()
                .softEvictConnections();
    }

    @Test
    void timesAreShownInTheChosenZoneOnEveryPage(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(ada.visit("/events").body())
                .doesNotContain("data-time-zone")
                .containsPattern("title=\"[^\"]+ UTC\">[^<]+ UTC<");
        assertThat(keep(ada, "Asia/Tokyo", "").body()).contains("Success - Account updated");
        for (var path : List.of("/events", "/settings/users", "/settings/environments", "/account")) {
            assertThat(ada.visit(path).body())
                    .contains("data-time-zone=\"Asia/Tokyo\"")
                    .containsPattern("title=\"[^\"]+ UTC\">[^<]+ JST<")
                    .doesNotContainPattern("<time[^>]*>[^<]+ UTC<");
        }
        assertThat(new Surfer(portal).signIn(Contoso.ADMIN).visit("/events").body())
                .contains("data-time-zone=\"Asia/Tokyo\"");
        assertThat(new Surfer(portal).signIn(BOB).visit("/companies").body()).doesNotContain("data-time-zone");
        keep(ada, "", "");
        assertThat(ada.visit("/events").body()).doesNotContain("data-time-zone");
    }

    @Test
    void aTimeZoneThatIsNoneIsRefused(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        for (var nonsense : List.of("Mars/Olympus", "+01:00", "Z", "SystemV/EST5", "europe/berlin")) {
            assertThat(keep(ada, nonsense, "").body()).contains("This time zone doesn&#39;t exist.");
        }
        assertThat(portal.database().rowCounts()).containsEntry("personal_settings", 0L);
    }

    @Test
    void noticesGoToTheContactAddressOrToTheOneOfTheSignIn(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(ada.visit("/account").body()).contains("Notices are sent to " + Contoso.ADMIN + ".");
        assertThat(keep(ada, "", "ada").body()).contains("Enter a valid email address.");
        assertThat(portal.database().rowCounts()).containsEntry("personal_settings", 0L);
        assertThat(keep(ada, "Europe/Berlin", " ada@example.com ").body())
                .contains("Notices are sent to ada@example.com.")
                .contains("selected=\"selected\">Europe/Berlin<");
        assertThat(keep(ada, "Europe/Berlin", "").body()).contains("Notices are sent to " + Contoso.ADMIN + ".");
        assertThat(count(portal, "personal_settings where contact_email is null and time_zone = 'Europe/Berlin'"))
                .isEqualTo(1);
    }

    @Test
    void theAccountPageNeedsNoCompany(Portal portal) {
        var bob = new Surfer(portal).signIn(BOB);
        assertThat(bob.visit("/account").body())
                .contains("Find or create a company")
                .doesNotContain("App Catalog");
    }

    @Test
    void companiesAreListedWithRolesSwitchedAndRemembered(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Alpha");
        ada.foundAnother("Beta");
        var alpha = text(portal, "select company_id from company where name = 'Alpha'");
        assertThat(ada.visit("/account").body())
                .contains("Switch to Alpha")
                .contains("Leave Beta")
                .contains("Full Admin with Access Management")
                .doesNotContain("Switch to Beta");

        ada.post("/account/companies/" + alpha + "/default", "remember", "true");
        assertThat(ada.follow().body())
                .contains("Success - Alpha opens after you sign in")
                .contains("Don&#39;t open Alpha after sign-in");
        assertThat(new Surfer(portal).signIn(Contoso.ADMIN).page().body()).contains("App Catalog");
        ada.post("/account/companies/" + alpha + "/switch");
        assertThat(ada.follow().body()).contains("aria-label=\"Alpha, switch company\"");
        assertThat(ada.visit("/companies/menu").body())
                .containsPattern("aria-current=\"true\"[^/]*/i>\\s*<span>Alpha")
                .contains("<span>Beta</span>");
        assertThat(ada.visit("/companies/menu?q=bet").body()).contains("Beta").doesNotContain("<span>Alpha</span>");
        ada.get("/account");
        ada.post("/account/companies/" + alpha + "/default", "remember", "false");
        assertThat(ada.follow().body()).contains("ll choose a company after you sign in");
        assertThat(portal.database().rowCounts()).containsEntry("remembered_company", 0L);
    }

    @Test
    void aMemberLeavesAndIsOutAtOnce(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var company = text(portal, "select company_id from company");
        var bob = join(portal, ada, company);
        assertThat(bob.visit("/account/companies/" + company + "/leave").body()).contains("Leave Contoso?");
        bob.post("/account/companies/" + company + "/leave");
        assertThat(bob.follow().body()).contains("Success - You left Contoso").contains("Find or create a company");
        assertThat(bob.get("/events").statusCode()).isEqualTo(302);
        assertThat(bob.post("/account/companies/" + company + "/leave").statusCode())
                .isEqualTo(404);
        assertThat(ada.visit("/events").body()).contains(" Left<");
    }

    @Test
    void theLastAdministratorCannotLeave(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var company = text(portal, "select company_id from company");
        join(portal, ada, company);
        assertThat(ada.post("/account/companies/" + company + "/leave").statusCode())
                .isEqualTo(409);
        assertThat(ada.page().body()).contains("A company needs at least one Full Admin with Access Management");
        assertThat(count(portal, "member")).isEqualTo(2);
    }

    @Test
    void ofTwoAdministratorsWhoLeaveAtOnceOneStays(Portal portal) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            portal.reset();
            var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
            var company = text(portal, "select company_id from company");
            var bob = join(portal, ada, company);
            portal.database().execute("update member set role = 'FULL_ADMIN', access_management = true");
            var leave = "/account/companies/" + company + "/leave";
            ada.get(leave);
            bob.get(leave);
            Callable<Integer> first = () -> ada.post(leave).statusCode();
            Callable<Integer> second = () -> bob.post(leave).statusCode();
            assertThat(AtOnce.all(first, second)).containsExactlyInAnyOrder(302, 409);
            assertThat(count(portal, "member where access_management")).isEqualTo(1);
        }
    }

    private static List<String> sessions(Surfer surfer) {
        return SESSION.matcher(surfer.get("/account").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static HttpResponse<String> keep(Surfer surfer, String zone, String email) {
        surfer.get("/account");
        surfer.post("/account", "timeZone", zone, "contactEmail", email);
        return surfer.follow();
    }

    private static Surfer join(Portal portal, Surfer ada, String company) {
        var bob = new Surfer(portal).signIn(BOB);
        bob.get("/companies");
        bob.post("/companies/" + company + "/access-requests", "reason", "");
        var request = text(portal, "select request_id from access_request where status = 'PENDING'");
        ada.get("/settings/users/pending");
        ada.post("/settings/users/pending/" + request + "/approval", "role", "READ_ONLY_ADMIN");
        return bob;
    }

    private static String text(Portal portal, String query) {
        return portal.database().one(query, String.class);
    }

    private static long count(Portal portal, String what) {
        return portal.database().count(what);
    }
}
