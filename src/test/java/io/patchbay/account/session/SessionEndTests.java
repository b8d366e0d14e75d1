package io.patchbay.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.LocalPortal;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/** When a session ends, and what a thief of the database has of it: nothing. */
@PortalTest
class SessionEndTests {

    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String HOME = "http://localhost:" + PORT;

    private static ConfigurableApplicationContext instance;

    @BeforeAll
    static void startAsItIsDelivered(Portal portal) {
        instance = portal.another(
                PORT,
                Map.of(
                        "patchbay.portal.base-url", HOME,
                        "spring.session.timeout", "30m",
                        "patchbay.session.lifetime", "12h"));
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @BeforeEach
    void register(Portal portal) {
        LocalPortal.register(portal.microsoft(), PORT);
    }

    @Test
    void halfAnHourWithoutUseEndsIt(Portal portal) {
        var ada = new Surfer(portal, HOME).foundCompany(Contoso.ADMIN, "Contoso");
        pass(portal, 29);
        assertThat(isSignedIn(ada)).isTrue();
        pass(portal, 29);
        assertThat(isSignedIn(ada)).isTrue();
        pass(portal, 31);
        assertThat(isSignedIn(ada)).isFalse();
        assertThat(isSignedIn(ada.signIn(Contoso.ADMIN))).isTrue();
    }

    @Test
    void twelveHoursEndItHoweverMuchItIsUsed(Portal portal) {
        var ada = new Surfer(portal, HOME).foundCompany(Contoso.ADMIN, "Contoso");
        for (int minutes = 0; minutes < 700; minutes += 20) {
            assertThat(isSignedIn(ada)).isTrue();
            pass(portal, 20);
        }
        pass(portal, 20);
        assertThat(isSignedIn(ada)).isFalse();
    }

    @Test
    void whoReadsTheDatabaseCannotTakeItOver(Portal portal) throws SQLException {
        var ada = new Surfer(portal, HOME).foundCompany(Contoso.ADMIN, "Contoso");
        var cookie = ada.cookie("patchbay");
        var stored = stored(portal);
        assertThat(stored).isNotEmpty();
        for (var one : stored) {
            assertThat(new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8))
                    .isNotEqualTo(one);
            for (var forged : List.of(one, "stored:" + one)) {
                var value = Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
                var thief = new Surfer(portal, HOME)
                        .send(HttpRequest.newBuilder(java.net.URI.create(HOME + "/settings/company"))
                                .header("Cookie", "patchbay=" + value)
                                .GET());
                assertThat(thief.statusCode()).isEqualTo(302);
            }
        }
        assertThat(isSignedIn(ada)).isTrue();
    }

    private static boolean isSignedIn(Surfer surfer) {
        return surfer.get("/settings/company").statusCode() == 200;
    }

    private static void pass(Portal portal, int minutes) {
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(minutes));
    }

    private static List<String> stored(Portal portal) throws SQLException {
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement()
                        .executeQuery(
                                "select session_id from spring_session union select primary_id from spring_session")) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
