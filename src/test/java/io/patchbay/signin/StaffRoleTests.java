package io.patchbay.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.simulator.IdTokenTampering;
import io.patchbay.simulator.Outage;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Entra ID says of the vendor's staff is asked again while they work, and believed for a quarter of an hour. */
@PortalTest
class StaffRoleTests {

    private static final String SUPPORT = "support@patchbay.onmicrosoft.com";

    @Test
    void aRoleThatIsTakenAwayEndsWithinAQuarterOfAnHour(Portal portal) {
        var sami = new Surfer(portal).signIn(SUPPORT);
        portal.microsoft().entra().appRoles(SUPPORT);
        pass(portal, 9);
        assertThat(sami.get("/support").statusCode()).as("still believed").isEqualTo(200);
        pass(portal, 6);
        assertThat(sami.get("/support").statusCode()).isEqualTo(404);
        assertThat(sami.get("/operator").statusCode()).isEqualTo(404);
        assertThat(sami.get("/help").body()).doesNotContain("href=\"/support\"");
    }

    @Test
    void anotherRoleTakesItsPlaceWithoutSigningIn(Portal portal) {
        var sami = new Surfer(portal).signIn(SUPPORT);
        portal.microsoft().entra().appRoles(SUPPORT, "Sales");
        pass(portal, 15);
        assertThat(sami.get("/staff/quotes").statusCode()).isEqualTo(200);
        assertThat(sami.get("/support").statusCode()).isEqualTo(404);
        portal.microsoft().entra().appRoles(SUPPORT, "Support");
        pass(portal, 15);
        assertThat(sami.get("/support").statusCode()).isEqualTo(200);
    }

    @Test
    void whoStaysStaffNoticesNothingForHours(Portal portal) {
        var sami = new Surfer(portal).signIn(SUPPORT);
        var before = portal.microsoft().controls().tokenRequests();
        for (int times = 0; times < 8; times++) {
            pass(portal, 55);
            assertThat(sami.get("/support").statusCode()).isEqualTo(200);
            assertThat(sami.post("/support/theme-that-is-none").statusCode()).isEqualTo(404);
        }
        assertThat(portal.microsoft().controls().tokenRequests() - before)
                .as("asked once a time, not with each request")
                .isEqualTo(8);
    }

    /** As after a changed password, a blocked account or a revoked session. */
    @Test
    void whomEntraConfirmsNoMoreIsStaffNoMore(Portal portal) {
        var sami = new Surfer(portal).signIn(SUPPORT);
        portal.microsoft().controls().everyTokenError("invalid_grant", 400, 50173, null);
        pass(portal, 12);
        assertThat(sami.get("/support").statusCode()).as("still believed").isEqualTo(200);
        pass(portal, 3);
        assertThat(sami.get("/support").statusCode()).isEqualTo(403);
        assertThat(sami.page().body())
                .contains("confirmed your staff role in the last 15 minutes", "Sign in again to continue")
                .contains("href=\"/sign-in\"");
    }

    @Test
    void anOutageEndsTheRightsUntilItIsOver(Portal portal) {
        var sami = new Surfer(portal).signIn(SUPPORT);
        portal.microsoft().controls().outage(Outage.SERVER_ERROR);
        pass(portal, 12);
        assertThat(sami.get("/support").statusCode()).isEqualTo(200);
        pass(portal, 3);
        assertThat(sami.get("/support").statusCode()).isEqualTo(403);
        assertThat(sami.page().body())
                .contains("Entra ID isn&#39;t answering", "Wait a minute, and then try again")
                .contains("href=\"/support\"")
                .doesNotContain("href=\"/sign-in\"");
        assertThat(sami.get("/help").statusCode()).as("what is for everybody").isEqualTo(200);
        portal.microsoft().controls().outage(Outage.NONE);
        pass(portal, 1);
        assertThat(sami.get("/support").statusCode()).isEqualTo(200);
    }

    /** Whether it answers with an error, with silence or with what is no answer. */
    @ParameterizedTest
    @EnumSource(value = Outage.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whileItIsAwayItIsAskedOnceAMinuteHoweverMuchIsOpened(Outage outage, Portal portal) {
        var sami = new Surfer(portal).signIn(SUPPORT);
        var controls = portal.microsoft().controls();
        controls.outage(outage);
        pass(portal, 16);
        var before = controls.tokenRequests();
        for (int minute = 1; minute <= 2; minute++) {
            assertThat(sami.get("/support").statusCode()).isEqualTo(403);
            assertThat(sami.get("/operator").statusCode()).isEqualTo(403);
            assertThat(sami.get("/help").statusCode()).isEqualTo(200);
            assertThat(controls.tokenRequests() - before).isEqualTo(minute);
            pass(portal, 1);
        }
    }

    @Test
    void severalPagesAtOnceAskOnce(Portal portal) throws InterruptedException {
        var sami = new Surfer(portal).signIn(SUPPORT);
        pass(portal, 20);
        var before = portal.microsoft().controls().tokenRequests();
        var answers = AtOnce.all(
                Collections.nCopies(8, () -> sami.sameSession().get("/support").statusCode()));
        assertThat(answers).containsOnly(200);
        assertThat(portal.microsoft().controls().tokenRequests() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oid", "tid", "aud"})
    void theWordAboutSomebodyElseIsNotTaken(String claim, Portal portal) {
        var sami = new Surfer(portal).signIn(SUPPORT);
        pass(portal, 15);
        portal.microsoft()
                .controls()
                .idToken(IdTokenTampering.claim(claim, UUID.randomUUID().toString()));
        assertThat(sami.get("/support").statusCode()).isEqualTo(403);
    }

    @Test
    void whoReadsTheDatabaseCannotAskInTheirName(Portal portal) throws Exception {
        new Surfer(portal).signIn(SUPPORT);
        var stored = stored(portal);
        assertThat(stored.sealed()).isNotNull();
        var person = portal.database()
                .one(
                        "select split_part(principal_name, ':', 2)::uuid from spring_session where principal_name is not null",
                        UUID.class);
        for (var column : new String[] {"session_id", "primary_id"}) {
            var key = portal.database()
                    .one("select " + column + " from spring_session where principal_name is not null", String.class);
            assertThatIllegalStateException()
                    .isThrownBy(() -> new SecretBox("session identifier", key).decrypt(person, stored.sealed()));
        }
    }

    private static StaffSession stored(Portal portal) throws SQLException, IOException, ClassNotFoundException {
        var bytes = portal.database()
                .one(
                        "select attribute_bytes from spring_session_attributes where attribute_name = 'patchbay.staff'",
                        byte[].class);
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (StaffSession) in.readObject();
        }
    }

    private static void pass(Portal portal, int minutes) {
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(minutes));
    }
}
