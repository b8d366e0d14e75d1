package io.patchbay.environment.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.simulator.Controls;
import io.patchbay.simulator.Outage;
import io.patchbay.simulator.SecretState;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever can happen to a connection: the state it gets, the next step, the banner, the event, and that nothing flaps. */
@PortalTest
class HealthTests {

    private static final String USER_READ = "User.Read.All";
    private static final String NO_EVENT = "";
    private static final String ALARMING_BANNER = "pb-banner\"\\s+data-tone=\"(warning|danger)";
    private static final String NO_BANNER = "";

    private static Arguments failure(
            String what, Consumer<Controls> fault, String state, String next, String banner, String event) {
        return Arguments.of(what, fault, state, next, banner, event);
    }

    static Stream<Arguments> failures() {
        var reconnect = "Reconnect with an administrator of the tenant";
        var lost = "The connection to Contoso is lost.";
        var wait = "Wait for the next check";
        return Stream.of(
                failure(
                        "consent revoked (7000229)",
                        c -> c.revokeConsent(Contoso.TENANT),
                        "Connection lost",
                        reconnect,
                        lost,
                        "Intune Connection Lost"),
                failure(
                        "application disabled (7000112)",
                        c -> c.disableApplication(Contoso.TENANT, true),
                        "Connection lost",
                        "enable Patchbay in Enterprise applications",
                        lost,
                        "Intune Connection Lost"),
                failure(
                        "no Intune (Graph 400)",
                        c -> c.intuneLicense(Contoso.TENANT, false),
                        "Connection lost",
                        "Assign an Intune license in the tenant again",
                        lost,
                        "Intune Connection Lost"),
                failure(
                        "one permission removed",
                        c -> c.removePermission(Contoso.TENANT, USER_READ),
                        "Permissions missing",
                        reconnect,
                        "Missing Intune permissions detected. Reconnect Intune to restore full functionality.",
                        "Intune Permission Lost"),
                failure(
                        "all permissions removed",
                        c -> c.grantedPermissions(Contoso.TENANT).forEach(p -> c.removePermission(Contoso.TENANT, p)),
                        "Connection lost",
                        reconnect,
                        lost,
                        "Intune Connection Lost"),
                failure(
                        "Conditional Access (53003)",
                        c -> c.conditionalAccessBlock(Contoso.TENANT, true),
                        "Blocked by policy",
                        "allow Patchbay&#39;s enterprise application",
                        "The connection to Contoso is blocked.",
                        "Intune Connection Lost"),
                failure(
                        "our secret wrong (7000215)",
                        c -> c.secret(SecretState.WRONG),
                        "Patchbay rejected",
                        "No action is needed",
                        "Microsoft is rejecting Patchbay itself",
                        NO_EVENT),
                failure(
                        "our secret expired (7000222)",
                        c -> c.secret(SecretState.EXPIRED),
                        "Patchbay rejected",
                        "No action is needed",
                        "Microsoft is rejecting Patchbay itself",
                        NO_EVENT),
                failure(
                        "our certificate unknown (700027)",
                        c -> c.secret(SecretState.CERTIFICATE_UNKNOWN),
                        "Patchbay rejected",
                        "No action is needed",
                        "Microsoft is rejecting Patchbay itself",
                        NO_EVENT),
                failure(
                        "Graph throttles (429)",
                        c -> c.throttle(Contoso.TENANT, 1_000_000, Duration.ofSeconds(1)),
                        "Unknown",
                        wait,
                        NO_BANNER,
                        NO_EVENT),
                failure(
                        "Microsoft is down (503)",
                        c -> c.outage(Outage.SERVER_ERROR),
                        "Unknown",
                        wait,
                        NO_BANNER,
                        NO_EVENT),
                failure("Microsoft is silent", c -> c.outage(Outage.TIMEOUT), "Unknown", wait, NO_BANNER, NO_EVENT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void eachFailureIsSaidAsWhatItIs(
            String what,
            Consumer<Controls> fault,
            String state,
            String next,
            String banner,
            String event,
            Portal portal) {
        var ada = connected(portal);
        var events = events(portal);
        fault.accept(portal.microsoft().controls());
        check(ada);
        var page = ada.page().body();

        assertThat(page).contains(state).contains(next);
        assertThat(main(page))
                .doesNotContainPattern(
                        "data-tone=\"success\">\\s*<i class=\"bi bi-check-circle-fill\"\\s+aria-hidden=\"true\"></i>"
                                + "\\s*<span>Connected");
        if (banner.equals(NO_BANNER)) {
            assertThat(page).doesNotContainPattern(ALARMING_BANNER);
        } else {
            assertThat(page).contains(banner);
        }
        var expected = event.equals(NO_EVENT) ? 0 : 1;
        assertThat(events(portal) - events).isEqualTo(expected);
        if (expected == 1) {
            assertThat(ada.visit("/events").body()).contains(event);
        }
        check(ada);
        check(ada);
        assertThat(events(portal) - events).as("nothing flaps").isEqualTo(expected);
        portal.microsoft().controls().outage(Outage.NONE);
    }

    static Stream<Arguments> recoveries() {
        Consumer<Controls> revoke = c -> c.revokeConsent(Contoso.TENANT);
        Consumer<Controls> grant = c -> c.grantConsent(Contoso.TENANT);
        Consumer<Controls> remove = c -> c.removePermission(Contoso.TENANT, USER_READ);
        Consumer<Controls> restore = c -> c.restorePermission(Contoso.TENANT, USER_READ);
        Consumer<Controls> down = c -> c.outage(Outage.SERVER_ERROR);
        Consumer<Controls> up = c -> c.outage(Outage.NONE);
        Consumer<Controls> expire = c -> c.secret(SecretState.EXPIRED);
        Consumer<Controls> renew = c -> c.secret(SecretState.OK);
        return Stream.of(
                Arguments.of("consent", revoke, grant, "Intune Connection Restored"),
                Arguments.of("permission", remove, restore, "Intune Permission Restored"),
                Arguments.of("Microsoft", down, up, NO_EVENT),
                Arguments.of("our secret", expire, renew, NO_EVENT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recoveries")
    void recoveryIsNoticedByItself(
            String what, Consumer<Controls> fault, Consumer<Controls> mend, String event, Portal portal) {
        var ada = connected(portal);
        fault.accept(portal.microsoft().controls());
        check(ada);
        portal.microsoft().controls().advanceClock(Duration.ofHours(2));
        mend.accept(portal.microsoft().controls());
        ada.signIn(Contoso.ADMIN);
        check(ada);

        assertThat(ada.page().body())
                .contains("All permissions are granted, and Intune is responding.")
                .doesNotContainPattern(ALARMING_BANNER);
        if (!event.equals(NO_EVENT)) {
            assertThat(ada.page().body()).contains(event).contains("After 2 h 0 min.");
        }
    }

    @Test
    void aLossMeanwhileMicrosoftCannotBeAskedIsNotForgotten(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        portal.microsoft().controls().outage(Outage.SERVER_ERROR);
        check(ada);

        assertThat(ada.page().body())
                .contains("Unknown")
                .contains("Last known:")
                .contains("Connection lost")
                .contains("The connection to Contoso is lost.");
    }

    @Test
    void aWaivedPermissionIsQuietAndItsFeaturesStayOff(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().removePermission(Contoso.TENANT, USER_READ);
        check(ada);
        assertThat(ada.page().body())
                .contains("Waive")
                .contains("Unavailable: User.Read.All is missing. Reconnect Intune to restore it.");
        ada.post(page(ada) + "/waivers", "permission", USER_READ);
        ada.follow();
        assertThat(ada.page().body())
                .contains("Connected, limited")
                .contains("Unavailable: your company waived User.Read.All.")
                .doesNotContainPattern(ALARMING_BANNER);
        assertThat(ada.visit(page(ada) + "/reconnect").body())
                .contains("waived, will be granted again")
                .contains("including the ones your company waived");
        ada.post(page(ada) + "/waivers/end", "permission", USER_READ);
        ada.follow();
        assertThat(ada.page().body()).contains("Permissions missing").containsPattern(ALARMING_BANNER);
        assertThat(ada.visit("/events").body())
                .contains("Intune Permission Waived")
                .contains("Intune Permission Waiver Ended");
    }

    @Test
    void waivingTwiceIsOneWaiver(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().removePermission(Contoso.TENANT, USER_READ);
        check(ada);
        ada.post(page(ada) + "/waivers", "permission", USER_READ);
        ada.post(page(ada) + "/waivers", "permission", USER_READ);
        assertThat(countOf(portal, "event where type = 'INTUNE_PERMISSION_WAIVED'"))
                .isEqualTo(1);
        assertThat(ada.visit(page(ada)).body()).contains("Unavailable: your company waived User.Read.All.");
    }

    @Test
    void theGreenTickIsForWholeConnectionsOnly(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        assertThat(ada.visit(page(ada) + "/connected").body())
                .doesNotContain("Intune Tenant Connected Successfully")
                .contains("Connection lost");
    }

    @Test
    void whatWasNotCheckedForADayIsNotKnown(Portal portal) {
        var ada = connected(portal);
        check(ada);
        portal.microsoft().controls().advanceClock(Duration.ofHours(25));
        assertThat(ada.visit(page(ada)).body())
                .contains("Not checked recently")
                .doesNotContain("and Intune is responding");
        check(ada);
        assertThat(ada.page().body()).contains("All permissions are granted, and Intune is responding.");
    }

    @Test
    void aLossStaysSaidHoweverLongAgoItWasSeen(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        portal.microsoft().controls().advanceClock(Duration.ofHours(25));
        assertThat(ada.visit(page(ada)).body())
                .contains("Not checked recently")
                .contains("The connection to Contoso is lost.");
    }

    @Test
    void aDeviceCountThatMayNotBeReadIsNotKnown(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().removePermission(Contoso.TENANT, "DeviceManagementManagedDevices.Read.All");
        check(ada);
        assertThat(ada.page().body()).contains("<dd>Unknown</dd>").doesNotContain("<span>640</span>");
    }

    @Test
    void aColleagueIsLedToReconnect(Portal portal) {
        var ada = connected(portal);
        var link = "/connect/" + contoso(portal) + "/" + ada.environment();
        assertThat(ada.visit(link).body()).doesNotContain("Reconnect</a>");
        portal.microsoft().controls().removePermission(Contoso.TENANT, USER_READ);
        check(ada);
        assertThat(ada.visit(link).body()).contains("Reconnect</a>");
    }

    @Test
    void whatIsNotMissingCannotBeWaived(Portal portal) {
        var ada = connected(portal);
        ada.get(page(ada));
        assertThat(ada.post(page(ada) + "/waivers", "permission", USER_READ).statusCode())
                .isEqualTo(409);
        assertThat(ada.post(page(ada) + "/waivers", "permission", "Everything.All")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPausedConnectionIsStillChecked(Portal portal) {
        var ada = connected(portal);
        ada.post(page(ada) + "/pause");
        ada.follow();
        assertThat(ada.page().body()).contains("Paused").contains("Unavailable: the connection is paused.");
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        assertThat(ada.page().body()).contains("Paused").contains("The connection to Contoso is lost.");
        ada.post(page(ada) + "/resume");
        ada.follow();
        assertThat(ada.page().body()).contains("Connection lost");
        assertThat(ada.post(page(ada) + "/resume").statusCode()).isEqualTo(409);
        assertThat(ada.visit("/events").body())
                .contains("Intune Connection Paused")
                .contains("Intune Connection Resumed");
    }

    @Test
    void reconnectingBringsBackWhatWasLost(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        check(ada);
        reconnect(ada);

        assertThat(ada.awaitOutcome().body()).contains("All permissions are granted, and Intune is responding.");
        assertThat(ada.visit("/events").body())
                .contains("Intune Connection Added")
                .contains("Intune Connection Restored");
        assertThat(countOf(portal, "event where type = 'INTUNE_CONNECTION_ADDED' and details->>'reconnect' = 'yes'"))
                .isEqualTo(1);
    }

    @Test
    void reconnectingNamesThePermissionsThatCameBack(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().removePermission(Contoso.TENANT, USER_READ);
        check(ada);
        assertThat(ada.visit(page(ada) + "/reconnect").body())
                .contains(USER_READ)
                .contains("missing, will be granted again");
        reconnect(ada);
        assertThat(ada.awaitOutcome().body()).contains("All permissions are granted, and Intune is responding.");
        assertThat(countOf(portal, "event where details->>'restored permissions' = '" + USER_READ + "'"))
                .isEqualTo(1);
    }

    @Test
    void consentThatIsThereIsNotAskedForAgain(Portal portal) {
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.startConnecting(ada.environment()).enterAccount(Contoso.ADMIN);

        assertThat(ada.page().body()).doesNotContain("Permissions requested");
        assertThat(ada.awaitOutcome().body()).contains("Intune Tenant Connected Successfully");
    }

    @Test
    void aFailedReconnectLeavesTheConnectionAsItWas(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().removePermission(Contoso.TENANT, USER_READ);
        portal.microsoft().controls().nextConsentError("access_denied", "AADSTS65004: User declined to consent.", null);
        ada.get(page(ada) + "/reconnect");
        ada.post(page(ada) + "/reconnect");
        ada.follow();
        ada.enterAccount(Contoso.ADMIN);

        assertThat(ada.page().body()).contains("Consent was declined");
        assertThat(ada.visit("/settings/environments").body())
                .contains("Contoso</a>")
                .contains("Reconnect");
    }

    @Test
    void aRefusedCallIsFollowedByACheckAtOnce(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().advanceClock(Duration.ofHours(1));
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        var company = new io.patchbay.platform.tenancy.CompanyId(contoso(portal));
        var outcome = io.patchbay.platform.tenancy.Current.as(
                company,
                new io.patchbay.platform.tenancy.Actor.Machine("Some feature"),
                () -> portal.bean(io.patchbay.microsoft.identity.AppTokens.class)
                        .fresh(Contoso.TENANT));
        assertThat(outcome).isInstanceOf(io.patchbay.microsoft.identity.AppTokens.TokenOutcome.Refused.class);
        settled(ada);

        assertThat(ada.page().body()).contains("Connection lost");
    }

    private static java.util.UUID contoso(Portal portal) {
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery("select company_id from company")) {
            rows.next();
            return rows.getObject(1, java.util.UUID.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoInstancesNeverCheckOneConnectionTwice(Portal portal) {
        var port = org.springframework.test.util.TestSocketUtils.findAvailableTcpPort();
        try (var another = portal.another(port)) {
            assertThat(another.isRunning()).isTrue();
            var ada = connected(portal);
            for (int i = 0; i < 5; i++) {
                var before = portal.microsoft().controls().tokenRequests(Contoso.TENANT);
                check(ada);
                assertThat(portal.microsoft().controls().tokenRequests(Contoso.TENANT) - before)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aCheckThatCrashedBeforeItsResultWasStoredIsMadeAgain(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        portal.database().execute("alter table intune_connection add constraint crash check (state <> 'LOST')");
        try {
            ada.get(page(ada));
            ada.post(page(ada) + "/check");
            await().until(() ->
                    countOf(portal, "scheduled_tasks where task_name = 'check-connection' and consecutive_failures > 0")
                            > 0);
        } finally {
            portal.database().execute("alter table intune_connection drop constraint crash");
        }
        assertThat(ada.visit(page(ada)).body()).contains("Checking…");
        portal.lookNow("check-connection");
        settled(ada);
        assertThat(ada.page().body()).contains("Connection lost");
    }

    @Test
    void checksGoOnAfterTheClockWasSetBack(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().advanceClock(Duration.ofHours(-1));
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        ada.get(page(ada));
        ada.post(page(ada) + "/check");
        settled(ada);
        assertThat(ada.page().body()).contains("Connection lost");
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        portal.microsoft().controls().advanceClock(Duration.ofHours(-1));
        portal.lookNow("check-connection");
        await().until(() -> countOf(portal, "intune_connection where state = 'CONNECTED'") == 1);
    }

    @Test
    void aCheckThatCannotBeAskedForLeavesNobodyWaiting(Portal portal) {
        var ada = connected(portal);
        portal.database()
                .execute(
                        "alter table scheduled_tasks add constraint crash check (execution_time > '2000-01-01') not valid");
        try {
            ada.get(page(ada));
            assertThat(ada.post(page(ada) + "/check").statusCode()).isEqualTo(500);
        } finally {
            portal.database().execute("alter table scheduled_tasks drop constraint crash");
        }
        assertThat(ada.visit(page(ada)).body()).doesNotContain("Checking…");
        assertThat(countOf(portal, "intune_connection where check_requested_at is not null"))
                .isZero();
    }

    private static Surfer connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        return ada;
    }

    private static void reconnect(Surfer ada) {
        ada.get(page(ada) + "/reconnect");
        ada.post(page(ada) + "/reconnect");
        ada.follow();
        ada.enterAccount(Contoso.ADMIN);
        ada.acceptAll(Contoso.ADMIN);
    }

    private static void check(Surfer ada) {
        ada.get(page(ada));
        ada.post(page(ada) + "/check");
        settled(ada);
    }

    private static void settled(Surfer ada) {
        await().pollInterval(Duration.ofMillis(30))
                .until(() -> !ada.visit(page(ada)).body().contains("Checking…"));
    }

    private static String page(Surfer ada) {
        return "/settings/environments/" + ada.environment() + "/intune";
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</section>", page.indexOf("<main")));
    }

    private static long events(Portal portal) {
        return countOf(portal, "event");
    }

    private static long countOf(Portal portal, String what) {
        return portal.database().count(what);
    }
}
