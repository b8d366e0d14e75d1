package io.patchbay.environment.protection;

import static io.patchbay.environment.protection.ProtectedCompany.SETTINGS;
import static io.patchbay.environment.protection.ProtectedCompany.decide;
import static io.patchbay.environment.protection.ProtectedCompany.protect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.licensing.license.LicenseEnds;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A protected disconnect begins when, and only when, a second person confirmed it and its wait is over. */
@PortalTest
class ProtectedDisconnectTests {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void onlyASecondDirectFullAdminConfirmsAndOnce(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        var ada = contoso.ada;
        var anton = contoso.joined("appadmin", "INTUNE_APP_ADMIN");
        var ulla = contoso.byGroup();
        var felix = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        assertThat(protect(ada, true, 0)).isEqualTo(302);
        assertThat(ada.visit(contoso.connection() + "/delete").body())
                .contains("Are you sure you want to disconnect Intune?")
                .contains("OK doesn&#39;t disconnect right away", "until a second Full Admin")
                .doesNotContain("Then there is a wait");
        var request = contoso.disconnect(ada);
        contoso.assertConnected();
        assertThat(ada.visit(request).body())
                .contains("Disconnect Contoso", "Ada Marlowe", "127.0.0.1", "Leave them in Intune", "What will be lost")
                .contains("This is your own request")
                .doesNotContain("/confirmation");
        assertThat(contoso.piet.visit("/notifications").body())
                .contains("Ada Marlowe asks to disconnect Contoso", "A second Full Admin has to confirm this by");

        assertThat(decide(ada, request, "confirmation")).isEqualTo(403);
        assertThat(decide(ulla, request, "confirmation")).isEqualTo(403);
        assertThat(ulla.page().body()).contains("Access through a group isn&#39;t enough");
        assertThat(decide(anton, request, "confirmation")).isEqualTo(403);
        assertThat(decide(felix, request, "confirmation")).isEqualTo(404);
        contoso.assertConnected();

        contoso.piet.visit(request);
        contoso.piet.post(request + "/confirmation");
        assertThat(contoso.piet.location()).contains("/disconnects/").endsWith("/progress");
        var run = contoso.piet.location().replace("/progress", "");
        contoso.awaitDisconnected();
        assertThat(decide(contoso.piet, request, "confirmation")).isEqualTo(409);
        assertThat(contoso.piet.page().body()).contains("This request has already been decided.");
        assertThat(decide(ada, request, "cancellation")).isEqualTo(409);
        assertThat(ada.visit(run).body())
                .contains("Ada Marlowe", "Confirmed by", "Piet Vandermeer", "No wait", "leave applications in Intune");
        assertThat(ada.get(run + "/report.json").body())
                .contains("\"confirmedBy\":\"Piet Vandermeer\",\"confirmedAt\":");
        for (var type : List.of("REQUESTED", "CONFIRMED")) {
            contoso.assertEvents("INTUNE_DISCONNECT_" + type, 1);
        }
        assertThat(portal.database().count("""
                event where type = 'INTUNE_CONNECTION_REMOVED' and actor_name = 'Ada Marlowe'
                  and details->>'confirmed by' = 'Piet Vandermeer'
                """)).isOne();
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneDoes(Portal portal) throws InterruptedException {
        var contoso = new ProtectedCompany(portal);
        var ines = contoso.joined("intune", "FULL_ADMIN");
        protect(contoso.ada, true, 0);
        var request = contoso.disconnect(contoso.ada);
        contoso.piet.get(request);
        ines.get(request);
        var address = request + "/confirmation";
        Callable<Integer> first = () -> contoso.piet.post(address).statusCode();
        Callable<Integer> second = () -> ines.post(address).statusCode();
        assertThat(AtOnce.all(first, second)).containsExactlyInAnyOrder(302, 409);
        contoso.awaitDisconnected();
        assertThat(portal.database().count("disconnect_run")).isOne();
        contoso.assertEvents("INTUNE_DISCONNECT_CONFIRMED", 1);
    }

    @Test
    void itIsRefusedCanceledOrLapses(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        protect(contoso.ada, true, 0);
        var refused = contoso.disconnect(contoso.ada);
        assertThat(contoso.ada.visit(contoso.connection() + "/delete").uri().getPath())
                .isEqualTo(refused);
        assertThat(contoso.ada.post(contoso.connection() + "/delete").statusCode())
                .isEqualTo(409);
        assertThat(decide(contoso.ada, refused, "refusal")).isEqualTo(403);
        contoso.piet.get(refused);
        contoso.piet.post(refused + "/refusal", "reason", "The audit is still running");
        assertThat(contoso.ada.visit(refused).body())
                .contains("Refused", "Piet Vandermeer", "The audit is still running");
        assertThat(contoso.ada.visit("/notifications").body())
                .contains("Contoso stays connected", "Reason: The audit is still running");
        assertThat(decide(contoso.piet, refused, "confirmation")).isEqualTo(409);

        assertThat(decide(contoso.ada, contoso.disconnect(contoso.ada), "cancellation"))
                .isEqualTo(302);
        contoso.awaitStatus(RequestStatus.CANCELED);

        var lapsed = contoso.disconnect(contoso.ada);
        contoso.piet.get(lapsed);
        contoso.later(WEEK.minusMinutes(1));
        assertThat(contoso.piet.visit(lapsed).body()).contains("Waiting for a second administrator");
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(1));
        assertThat(contoso.piet.post(lapsed + "/confirmation").statusCode()).isEqualTo(409);
        assertThat(contoso.piet.page().body()).contains("This request has expired");
        contoso.later(Duration.ZERO);
        contoso.awaitStatus(RequestStatus.LAPSED);
        assertThat(decide(contoso.piet, lapsed, "confirmation")).isEqualTo(409);
        assertThat(decide(contoso.piet, lapsed, "refusal")).isEqualTo(409);
        for (var type : List.of("REFUSED", "CANCELED", "LAPSED")) {
            contoso.assertEvents("INTUNE_DISCONNECT_" + type, 1);
        }
        contoso.assertConnected();
        contoso.later(Duration.ofDays(91));
        await().until(() -> portal.database().count("disconnect_request") == 0
                && portal.database().count("scheduled_tasks where task_name = 'protected-disconnect'") == 0);
    }

    @Test
    void aWaitIsAnnouncedEverywhereAndCanBeCanceled(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        var ines = contoso.joined("intune", "READ_ONLY_ADMIN");
        protect(contoso.ada, false, 24);
        assertThat(contoso.ada.visit(contoso.connection() + "/delete").body())
                .contains("Then there is a wait of 24 hours")
                .doesNotContain("until a second Full Admin");
        var request = contoso.disconnect(contoso.ada);
        for (var page : List.of("/catalog", "/events", "/settings/environments", "/notifications/bell")) {
            assertThat(ines.visit(page).body())
                    .as(page)
                    .contains("Ada Marlowe asked to disconnect Contoso with all")
                    .containsPattern("<time\\s+datetime=\"[^\"]+\"\\s+data-time=\"absolute\"")
                    .doesNotContain(request);
        }
        assertThat(contoso.piet.visit("/catalog").body()).contains(request, "Cancel or review");
        assertThat(StatementCount.during(() -> contoso.piet.visit("/notifications/bell")))
                .isLessThanOrEqualTo(8);
        contoso.assertConnected();
        assertThat(decide(ines, request, "cancellation")).isEqualTo(403);
        assertThat(decide(contoso.piet, request, "confirmation")).isEqualTo(409);
        assertThat(decide(contoso.piet, request, "cancellation")).isEqualTo(302);
        assertThat(ines.visit("/catalog").body()).doesNotContain("asked to disconnect");
        contoso.later(Duration.ofHours(25));
        contoso.assertEvents("INTUNE_DISCONNECT_SCHEDULED", 1);
        contoso.assertEvents("INTUNE_DISCONNECT_CANCELED", 1);
        contoso.assertConnected();
    }

    @Test
    void afterConfirmationAndWaitItBeginsByItself(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        protect(contoso.ada, true, 2);
        var request = contoso.disconnect(contoso.ada);
        Contoso.addChannelAndBanner(portal, contoso.ada);
        contoso.later(Duration.ofHours(3));
        assertThat(decide(contoso.piet, request, "confirmation")).isEqualTo(302);
        assertThat(contoso.piet.follow().body()).contains("Success - Request confirmed", "Can still be canceled");
        contoso.later(Duration.ofMinutes(119));
        contoso.awaitStatus(RequestStatus.WAITING);
        contoso.ada.get(contoso.connection());
        contoso.ada.post(contoso.connection() + "/pause");
        contoso.later(Duration.ofMinutes(1));
        contoso.awaitDisconnected();
        contoso.awaitStatus(RequestStatus.DONE);
        var run = portal.database().one("select run_id from disconnect_run", String.class);
        assertThat(contoso.ada
                        .visit(contoso.connection() + "/disconnects/" + run)
                        .body())
                .contains("Ada Marlowe", "Piet Vandermeer", "2 hours of wait")
                .contains("Nothing to delete", "Items when it began");
        contoso.assertEvents("INTUNE_DISCONNECT_SCHEDULED", 1);
        assertThat(portal.database().count("""
                (select distinct correlation_id from event where type in ('INTUNE_DISCONNECT_REQUESTED', 'INTUNE_CONNECTION_REMOVED')) ids
                """)).isOne();
    }

    @Test
    void whoeverAskedHasToHaveTheRoleStill(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        var anton = contoso.joined("appadmin", "INTUNE_APP_ADMIN");
        protect(contoso.ada, true, 1);
        var request = contoso.disconnect(anton);
        become(portal, "Anton Reyes", "READ_ONLY_ADMIN");
        assertThat(decide(contoso.piet, request, "confirmation")).isEqualTo(409);
        assertThat(contoso.piet.page().body()).contains("Anton Reyes, who requested this, no longer has the role");
        become(portal, "Anton Reyes", "INTUNE_APP_ADMIN");
        assertThat(decide(contoso.piet, request, "confirmation")).isEqualTo(302);
        portal.database().execute("delete from member where name = 'Anton Reyes'");
        contoso.later(Duration.ofHours(1));
        contoso.awaitStatus(RequestStatus.STOPPED);
        assertThat(contoso.ada.visit(request).body()).contains("Not started", "no longer has the role");
        contoso.assertEvents("INTUNE_DISCONNECT_STOPPED", 1);
        contoso.assertConnected();
    }

    @Test
    void neitherAReconnectToTheSameTenantNorTheEndOfTheLicenseEndsARequest(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        var license = "/settings/environments/" + contoso.ada.environment() + "/license";
        contoso.ada.get(license);
        contoso.ada.post(license + "/trial", "devices", "100", "plan", "plus");
        protect(contoso.ada, true, 0);
        portal.microsoft().controls().advanceClock(Duration.ofDays(29));
        var ada = new Surfer(portal).signIn(Contoso.ADMIN);
        var request = contoso.disconnect(ada);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        ada.post(contoso.connection() + "/check");
        await().until(() -> portal.database().count("intune_connection where state = 'LOST'") == 1);
        ada.post(contoso.connection() + "/reconnect");
        ada.follow();
        ada.enterAccount(Contoso.ADMIN).acceptAll(Contoso.ADMIN).awaitOutcome();
        assertThat(portal.database().count("intune_connection where state = 'CONNECTED'"))
                .isOne();
        portal.microsoft().controls().advanceClock(Duration.ofDays(2));
        portal.bean(LicenseEnds.class).note();
        contoso.assertEvents("TRIAL_EXPIRED", 1);
        var piet = new Surfer(portal).signIn("privileged@contoso.onmicrosoft.com");
        assertThat(decide(piet, request, "confirmation")).isEqualTo(302);
        contoso.awaitDisconnected();
        contoso.assertEvents("INTUNE_DISCONNECT_CONFIRMED", 1);
    }

    @Test
    void whoeverCannotBeAskedAboutForADayDoesNotDisconnect(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        protect(contoso.ada, false, 1);
        var ulla = contoso.byGroup();
        var request = contoso.disconnect(ulla);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        contoso.later(Duration.ofHours(2));
        contoso.later(Duration.ofHours(22));
        contoso.awaitStatus(RequestStatus.WAITING);
        contoso.later(Duration.ofHours(3));
        contoso.awaitStatus(RequestStatus.STOPPED);
        assertThat(contoso.ada.visit(request).body())
                .contains("Not started", "Microsoft couldn&#39;t be asked about it for 24 hours");
        contoso.assertEvents("INTUNE_DISCONNECT_STOPPED", 1);
        contoso.assertConnected();
    }

    @Test
    void itConcernsTheTenantThatWasMeant(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        protect(contoso.ada, true, 1);
        var request = contoso.disconnect(contoso.ada);
        portal.database().execute("update intune_connection set tenant_id = gen_random_uuid()");
        assertThat(decide(contoso.piet, request, "confirmation")).isEqualTo(409);
        assertThat(contoso.piet.page().body()).contains("no longer connected to the tenant");
        portal.database().execute("update intune_connection set tenant_id = r.tenant_id from disconnect_request r");
        assertThat(decide(contoso.piet, request, "confirmation")).isEqualTo(302);
        portal.database().execute("update intune_connection set tenant_id = gen_random_uuid()");
        contoso.later(Duration.ofHours(1));
        contoso.awaitStatus(RequestStatus.STOPPED);
        contoso.assertConnected();
    }

    @Test
    void neitherTheDeletionOfTheCompanyNorALockOutIsAWayAround(Portal portal) {
        var contoso = new ProtectedCompany(portal);
        protect(contoso.ada, true, 0);
        contoso.disconnect(contoso.ada);
        assertThat(contoso.ada.get("/settings/company/delete").statusCode()).isEqualTo(409);
        contoso.ada.get("/settings/company");
        assertThat(contoso.ada
                        .post("/settings/company/delete", "confirmation", "Contoso")
                        .statusCode())
                .isEqualTo(409);
        assertThat(contoso.ada.page().body()).contains("An Intune tenant is still connected");
        var request = contoso.ada.visit(contoso.connection() + "/delete").uri().getPath();
        portal.database().execute("update member set access_management = false");
        assertThat(decide(contoso.piet, request, "confirmation")).isEqualTo(409);
        assertThat(contoso.piet.page().body()).contains("would have direct access anymore");
        portal.database().execute("update member set access_management = true where name = 'Ada Marlowe'");
        assertThat(decide(contoso.ada, request, "cancellation")).isEqualTo(302);
        become(portal, "Piet Vandermeer", "READ_ONLY_ADMIN");
        assertThat(contoso.ada.visit("/catalog").body()).contains("No one can confirm a request.", SETTINGS);
        assertThat(contoso.ada.visit(SETTINGS).body()).contains("No one could confirm a request", "1 Full Admin has");
        contoso.disconnect(contoso.ada);
        assertThat(contoso.ada.page().statusCode()).isEqualTo(409);
        assertThat(contoso.ada.page().body()).contains("no other Full Admin has direct access");
        contoso.assertConnected();
    }

    private static void become(Portal portal, String name, String role) {
        portal.database().execute("update member set role = '%s' where name = '%s'".formatted(role, name));
    }
}
