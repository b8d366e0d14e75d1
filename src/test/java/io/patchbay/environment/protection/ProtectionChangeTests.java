package io.patchbay.environment.protection;

import static io.patchbay.environment.protection.ProtectedCompany.SETTINGS;
import static io.patchbay.environment.protection.ProtectedCompany.decide;
import static io.patchbay.environment.protection.ProtectedCompany.protect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The protection of disconnects changes by its own rule, at the hands of few. */
@PortalTest
class ProtectionChangeTests {

    @Test
    void onlyADirectFullAdminWithAccessManagementChangesIt(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        var ulla = contoso.byGroup();
        assertThat(protect(contoso.piet, true, 0)).isEqualTo(403);
        assertThat(protect(ulla, true, 0)).isEqualTo(403);
        assertThat(ulla.page().body()).contains("Access through a group isn&#39;t enough");
        assertThat(ulla.visit(SETTINGS).body()).doesNotContain("name=\"waitHours\"");
        assertThat(protect(contoso.ada, true, 169)).isEqualTo(200);
        assertThat(contoso.ada.page().body()).contains("from 0 to 168");
        assertThat(portal.database().count("disconnect_protection")).isZero();
        assertThat(protect(contoso.ada, true, 168)).isEqualTo(302);
        contoso.assertEvents("PROTECTION_CHANGED", 1);
        assertThat(contoso.ada.visit("/events").body()).contains("Disconnect Protection Changed");
    }

    @Test
    void itIsNotTurnedOnWhereNobodyCouldConfirm(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(protect(ada, true, 0)).isEqualTo(409);
        assertThat(ada.page().body()).contains("besides you, no Full Admin has direct access");
        assertThat(protect(ada, false, 1)).isEqualTo(302);
    }

    @Test
    void withASecondPersonEveryChangeIsConfirmed(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        protect(contoso.ada, true, 24);
        assertThat(protect(contoso.ada, false, 0)).isEqualTo(302);
        var request = contoso.ada.location();
        assertThat(contoso.ada.visit(request).body())
                .contains("Change disconnect protection", "No second administrator", "24 hours of wait");
        assertThat(contoso.ada.visit(SETTINGS).body())
                .contains("A change of this protection has been requested", request)
                .doesNotContain("name=\"waitHours\"");
        assertThat(contoso.ada.post(SETTINGS, "waitHours", "1").statusCode()).isEqualTo(409);
        assertThat(contoso.piet.visit("/notifications").body())
                .contains("Disconnect protection: No second administrator");
        assertThat(contoso.piet.visit("/catalog").body()).contains("asks for another disconnect protection", request);
        assertThat(decide(contoso.ada, request, "confirmation")).isEqualTo(403);
        assertProtected(portal, true, 24);
        assertThat(decide(contoso.piet, request, "refusal")).isEqualTo(302);
        protect(contoso.ada, true, 48);
        assertThat(decide(contoso.ada, contoso.ada.location(), "cancellation")).isEqualTo(302);
        protect(contoso.ada, true, 2);
        contoso.later(Duration.ofDays(7));
        contoso.awaitStatus(RequestStatus.LAPSED);
        assertProtected(portal, true, 24);
        protect(contoso.ada, false, 0);
        assertThat(decide(contoso.piet, contoso.ada.location(), "confirmation")).isEqualTo(302);
        assertProtected(portal, false, 0);
        contoso.assertEvents("PROTECTION_CHANGE_REQUESTED", 4);
        contoso.assertEvents("PROTECTION_CHANGE_REFUSED", 1);
        contoso.assertEvents("PROTECTION_CHANGE_CANCELED", 1);
        contoso.assertEvents("PROTECTION_CHANGE_LAPSED", 1);
        contoso.assertEvents("PROTECTION_CHANGE_CONFIRMED", 1);
        contoso.assertEvents("PROTECTION_CHANGED", 2);
    }

    @Test
    void aShorterWaitBeginsAfterTheOneThatIs(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        protect(contoso.ada, false, 24);
        protect(contoso.ada, false, 48);
        assertProtected(portal, false, 48);
        protect(contoso.ada, false, 0);
        assertProtected(portal, false, 48);
        contoso.later(Duration.ofHours(47));
        contoso.awaitStatus(RequestStatus.WAITING);
        contoso.later(Duration.ofHours(1));
        contoso.awaitStatus(RequestStatus.DONE);
        assertProtected(portal, false, 0);
        contoso.assertEvents("PROTECTION_CHANGE_SCHEDULED", 1);
        contoso.assertEvents("PROTECTION_CHANGED", 3);
        protect(contoso.ada, false, 1);
        protect(contoso.ada, false, 0);
        portal.database().execute("update member set access_management = false where name = 'Ada Marlowe'");
        contoso.later(Duration.ofHours(1));
        contoso.awaitStatus(RequestStatus.STOPPED);
        assertProtected(portal, false, 1);
    }

    @Test
    void aDisconnectFollowsTheRulesUnderWhichItWasRequested(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        protect(contoso.ada, true, 0);
        var request = contoso.disconnect(contoso.ada);
        protect(contoso.ada, false, 0);
        decide(contoso.piet, contoso.ada.location(), "confirmation");
        assertProtected(portal, false, 0);
        contoso.assertConnected();
        assertThat(contoso.ada.post(contoso.connection() + "/delete").statusCode())
                .isEqualTo(409);
        assertThat(decide(contoso.ada, request, "confirmation")).isEqualTo(403);
        assertThat(decide(contoso.ada, request, "cancellation")).isEqualTo(302);
        assertThat(contoso.disconnect(contoso.ada)).contains("/disconnects/");
        await().until(() -> portal.database().count("intune_connection") == 0);
    }

    private static void assertProtected(Portal portal, boolean secondPerson, int hours) {
        assertThat(portal.database()
                        .count("disconnect_protection where second_person = %s and wait_hours = %d"
                                .formatted(secondPerson, hours)))
                .isOne();
    }
}
