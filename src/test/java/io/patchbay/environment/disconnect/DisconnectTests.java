package io.patchbay.environment.disconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.job.Removal.Obstacle;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.simulator.Outage;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disconnecting: it always ends, loses nothing and leaves nothing that it does not name. */
@PortalTest
class DisconnectTests {

    private static final int PIECES = 500;
    private static final Pattern RUN = Pattern.compile("/disconnects/([0-9a-f-]{36})");

    private final Pieces pieces = new Pieces();

    /** Things of a kind that only this test knows; what becomes of each is the test's to say. */
    private static class Pieces implements ConnectionTeardown {

        private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
        private int count;
        private @Nullable TenantApp apps;
        private Function<TeardownItem, Removal> fate = piece -> new Removal.Removed();

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public List<TeardownItem> preview(EnvironmentId environment) {
            return IntStream.range(0, count)
                    .mapToObj(i -> new TeardownItem("piece-" + i, "Piece " + i, apps))
                    .toList();
        }

        @Override
        public Removal remove(EnvironmentId environment, TeardownItem piece) {
            asked.computeIfAbsent(piece.reference(), r -> new AtomicInteger()).incrementAndGet();
            return fate.apply(piece);
        }

        int asked(int piece) {
            return asked.getOrDefault("piece-" + piece, new AtomicInteger()).get();
        }
    }

    @BeforeEach
    void tie(Portal portal) {
        portal.beans().registerSingleton("testPieces", pieces);
    }

    @AfterEach
    void untie(Portal portal) {
        portal.beans().destroySingleton("testPieces");
    }

    @Test
    void theDialogNamesTenantAndPieces(Portal portal) {
        pieces.count = 3;
        var ada = connected(portal);
        assertThat(ada.visit(page(ada) + "/delete").body())
                .contains("Are you sure you want to disconnect Intune")
                .contains("Disconnecting the tenant Contoso from the environment Default Environment will delete all:")
                .contains("latest and all old unassigned versions")
                .contains("Banners")
                .contains("Notifications")
                .contains("security groups")
                .contains("What will be lost: 3 items")
                .contains("Piece 2")
                .contains("There is no undo for this action.")
                .contains("The license and the event log stay.");
    }

    @Test
    void afterwardsTheSameOrAnotherTenantCanBeConnected(Portal portal) {
        var ada = connected(portal);
        disconnect(ada);
        assertThat(ada.page().body()).contains("Success - Intune disconnected");
        assertThat(ada.visit("/settings/environments").body()).contains("Connect Default Environment");
        assertThat(ada.visit("/events").body()).contains("Intune Connection Removed");
        assertThat(countOf(portal, "event where type = 'INTUNE_CONNECTION_REMOVED' and address is not null"))
                .isEqualTo(1);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        var page =
                ada.connect(ada.environment(), "admin@fabrikam.onmicrosoft.com").awaitOutcome();
        assertThat(page.body()).contains("Intune Tenant Connected Successfully").contains("Fabrikam");
        disconnect(ada);
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        ada.startConnecting(ada.environment()).enterAccount(Contoso.ADMIN).acceptAll(Contoso.ADMIN);
        assertThat(ada.awaitOutcome().body()).contains("Contoso");
    }

    @Test
    void aReconnectThatIsUnderWayEndsWithTheConnection(Portal portal) {
        var ada = connected(portal);
        var again = new Surfer(portal).signIn(Contoso.ADMIN);
        portal.microsoft().controls().removePermission(Contoso.TENANT, "User.Read.All");
        again.get(page(ada) + "/reconnect");
        again.post(page(ada) + "/reconnect");
        again.follow();
        disconnect(ada);
        again.enterAccount(Contoso.ADMIN);

        assertThat(again.page().body())
                .contains("This connection has been deleted")
                .doesNotContain("Permissions requested");
        assertNothingLeft(portal);
    }

    @Test
    void aTenantThatIsConnectedAgainIsNotToBeCleanedUp(Portal portal) {
        var ada = connected(portal);
        disconnect(ada);
        var link = RUN.matcher(ada.visit("/settings/environments").body());
        assertThat(link.find()).isTrue();
        ada.startConnecting(ada.environment()).enterAccount(Contoso.ADMIN);
        ada.awaitOutcome();
        assertThat(ada.visit(page(ada) + "/disconnects/" + link.group(1)).body())
                .contains("is connected again, so you don&#39;t need to revoke consent")
                .doesNotContain("Revoke consent in Entra");
        assertThat(ada.visit("/settings/environments").body()).doesNotContain("remaining steps");
        for (var way : List.of("/cleanup", "/cleanup.ps1")) {
            assertThat(ada.get(page(ada) + "/disconnects/" + link.group(1) + way)
                            .statusCode())
                    .as(way)
                    .isEqualTo(409);
            assertThat(ada.page().body()).contains("may be deployed again").doesNotContain("Mark = ");
        }
    }

    @Test
    void theLicenseOutlivesTheConnection(Portal portal) {
        var ada = connected(portal);
        ada.get(page(ada));
        ada.post(page(ada).replace("/intune", "/license/trial"), "devices", "5", "plan", "plus");
        disconnect(ada);

        assertThat(ada.visit("/settings/environments").body())
                .contains("Plus (trial)")
                .contains("Connect Default");
    }

    @Test
    void itWorksWhateverMicrosoftSays(Portal portal) {
        var ada = connected(portal);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        disconnect(ada);
        assertThat(ada.page().body()).contains("Success - Intune disconnected");

        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        ada.startConnecting(ada.environment()).enterAccount(Contoso.ADMIN);
        ada.awaitOutcome();
        portal.microsoft().controls().outage(Outage.TIMEOUT);
        disconnect(ada);
        assertThat(ada.page().body()).contains("Success - Intune disconnected");
        portal.microsoft().controls().outage(Outage.NONE);
        assertNothingLeft(portal);
    }

    @Test
    void fiveHundredPiecesOfWhichSomeFailStallAndCrash(Portal portal) {
        pieces.count = PIECES;
        pieces.fate = piece -> {
            var number = number(piece);
            return switch (number % 100) {
                case 7 -> new Removal.Left(Obstacle.IN_USE, "Still assigned");
                case 13 ->
                    pieces.asked(number) < 3
                            ? new Removal.TryAgain(Obstacle.UNREACHABLE, "Too many requests")
                            : new Removal.Removed();
                case 29 -> new Removal.TryAgain(Obstacle.UNREACHABLE, "Microsoft is down");
                case 31 -> {
                    if (pieces.asked(number) == 1) {
                        throw new IllegalStateException("Bug");
                    }
                    yield new Removal.Removed();
                }
                case 57 -> {
                    if (pieces.asked(number) == 1) {
                        throw new OutOfMemoryError("The process ends here");
                    }
                    yield new Removal.Removed();
                }
                default -> new Removal.Removed();
            };
        };
        var ada = connected(portal);
        begin(ada);
        var run = run(ada);
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            goOn(portal, Duration.ofMinutes(1));
            return countOf(portal, "disconnect_run where finished_at is not null") == 1;
        });
        ada.signIn(Contoso.ADMIN);
        var report = ada.visit(page(ada) + "/disconnects/" + run).body();

        assertThat(report)
                .contains("Removed (490)", "Left: assigned manually (5)", "Left: no access to the tenant (5)");
        assertThat(report).contains("Piece 49<").doesNotContain("Piece 50<");
        var address = page(ada) + "/disconnects/" + run;
        assertThat(ada.visit(address + "?afterItem=49").body())
                .contains("Piece 50<")
                .doesNotContain("Piece 49<");
        assertThat(ada.visit(address + "?result=LEFT_IN_USE").body())
                .contains("Piece 7<", "Piece 407<", "Still assigned")
                .doesNotContain("Piece 8<", "Microsoft is down");
        var csv = ada.get(address + "/report.csv").body();
        assertThat(csv.lines()).hasSize(PIECES + 1);
        assertThat(csv).contains("Piece 29,-,-,-,Left: no access to the tenant,Microsoft is down,2");
        assertThat(ada.get(address + "/report.json").body())
                .contains("\"REMOVED\":490", "\"name\":\"Piece 407\",\"app\":null,\"result\":\"LEFT_IN_USE\"");
        assertThat(countOf(portal, "event where type = 'INTUNE_DISCONNECT_ITEM_REMOVED'"))
                .isEqualTo(PIECES - 10);
        assertThat(countOf(portal, "event where type = 'INTUNE_DISCONNECT_ITEM_LEFT'"))
                .isEqualTo(10);
        assertThat(countOf(
                        portal,
                        "(select distinct correlation_id from event where type like 'INTUNE_DISCONNECT%' or type ="
                                + " 'INTUNE_CONNECTION_REMOVED') ids"))
                .isEqualTo(1);
        assertThat(countOf(portal, "disconnect_item where status = 'REMOVED'")).isEqualTo(PIECES - 10);
        assertThat(countOf(portal, "disconnect_item where status = 'LEFT'")).isEqualTo(10);
        assertThat(countOf(portal, "event where details->>'removed' = '490' and details->>'not removed' = '10'"))
                .isEqualTo(1);
        assertNothingLeft(portal);
    }

    @Test
    void oneBusyAnswerAfterDaysOfWaitingForAPersonGivesNothingUp(Portal portal) {
        pieces.count = 2;
        var busy = new Removal.NotNow(Duration.ofSeconds(20), Obstacle.UNREACHABLE, "Too many requests");
        var undecided = new Removal.Undecided(Duration.ofHours(30), "Waiting for approval");
        pieces.fate = piece -> switch (pieces.asked(number(piece))) {
            case 1 -> undecided;
            case 2 -> busy;
            default -> new Removal.Removed();
        };
        begin(connected(portal));
        awaitEnd(portal, Duration.ofHours(31));
        assertThat(countOf(portal, "disconnect_item where status = 'REMOVED' and kind = 'test'"))
                .isEqualTo(2);
    }

    @Test
    void anApplicationThatIsFoundByItsMarkIsNamedByItsIdentifierEverywhere(Portal portal) {
        pieces.count = 3;
        pieces.apps = new ConnectionTeardown.TenantApp("Git", "2.50", null, "the-mark");
        pieces.fate = piece -> new Removal.Found(
                "app-" + number(piece),
                switch (number(piece)) {
                    case 0 -> new Removal.Removed();
                    case 1 -> new Removal.Left(Obstacle.IN_USE, "Still assigned");
                    default ->
                        pieces.asked(number(piece)) == 1
                                ? new Removal.NotYet(Duration.ofSeconds(20), Obstacle.REFUSED, "Conflict")
                                : new Removal.Removed();
                });
        var ada = connected(portal);
        begin(ada);
        var run = run(ada);
        var address = page(ada) + "/disconnects/" + run;
        awaitEnd(portal, Duration.ofSeconds(21));
        assertThat(ada.visit(address + "?result=LEFT_IN_USE").body()).contains("app-1", "appId/app-1");
        assertThat(ada.get(address + "/report.csv").body()).contains(",app-0,", ",app-1,", ",app-2,");
        assertThat(countOf(portal, "event where details ->> 'Intune app ID' in ('app-0', 'app-1', 'app-2')"))
                .isEqualTo(3);
    }

    @Test
    void onePieceThatSettlesHoldsUpNoOther(Portal portal) {
        pieces.count = 5;
        pieces.fate = piece -> number(piece) == 0
                ? new Removal.NotYet(Duration.ofSeconds(20), Obstacle.REFUSED, "Conflict")
                : new Removal.Removed();
        begin(connected(portal));
        await().until(() -> countOf(portal, "disconnect_item where status = 'REMOVED' and kind = 'test'") == 4);
        assertThat(pieces.asked(0)).isOne();
        awaitEnd(portal, Duration.ofSeconds(21));
        assertThat(countOf(
                        portal,
                        "disconnect_item where status = 'LEFT' and obstacle = 'REFUSED' and reason = 'Conflict'"))
                .isOne();
        assertThat(pieces.asked(0)).as("for five minutes").isBetween(2, 18);
    }

    @Test
    void anOutageEndsADisconnectAfterADayHoweverManyPiecesItHas(Portal portal) {
        pieces.count = 20;
        pieces.fate = piece -> new Removal.NotNow(Duration.ofHours(5), Obstacle.UNREACHABLE, "Microsoft is down");
        begin(connected(portal));
        awaitEnd(portal, Duration.ofHours(5));
        assertThat(countOf(portal, "disconnect_item where status = 'LEFT' and obstacle = 'UNREACHABLE'"))
                .isEqualTo(20);
        assertThat(pieces.asked.values().stream().mapToInt(AtomicInteger::get).sum())
                .as("one asks for all of them")
                .isBetween(24, 30);
    }

    @Test
    void whileItRunsNothingNewBegins(Portal portal) {
        pieces.count = 1;
        pieces.fate = piece -> new Removal.TryAgain(Obstacle.UNEXPECTED, "Not yet");
        var ada = connected(portal);
        ada.get(page(ada) + "/delete");
        ada.post(page(ada) + "/delete");
        assertThat(ada.visit("/settings/environments").body()).contains("Disconnecting");
        ada.get(page(ada));
        for (var action : List.of("/delete", "/reconnect", "/pause")) {
            assertThat(ada.post(page(ada) + action).statusCode()).as(action).isEqualTo(409);
        }
        assertThat(countOf(portal, "disconnect_run")).isEqualTo(1);
    }

    @Test
    void ofTwoWhoPressOkThereIsOneDisconnect(Portal portal) throws InterruptedException {
        pieces.count = 1;
        pieces.fate = piece -> new Removal.TryAgain(Obstacle.UNEXPECTED, "Not yet");
        var ada = connected(portal);
        var again = new Surfer(portal).signIn(Contoso.ADMIN);
        var address = page(ada) + "/delete";
        again.get(address);
        ada.get(address);
        Callable<Integer> first = () -> ada.post(address).statusCode();
        Callable<Integer> second = () -> again.post(address).statusCode();
        assertThat(AtOnce.all(first, second)).containsExactlyInAnyOrder(302, 409);
        assertThat(countOf(portal, "disconnect_run")).isEqualTo(1);
    }

    @Test
    void nobodyLocksEverybodyOut(Portal portal) {
        var ada = connected(portal);
        ada.get(page(ada) + "/delete");
        portal.database().execute("update member set access_management = false");
        ada.post(page(ada) + "/delete");

        assertThat(ada.page().statusCode()).isEqualTo(409);
        assertThat(ada.page().body())
                .contains("would have direct access anymore")
                .contains("give a person that role directly");
        assertThat(countOf(portal, "intune_connection")).isEqualTo(1);
    }

    @Test
    void verifyTellsWhetherTheConsentIsGone(Portal portal) {
        var ada = connected(portal);
        disconnect(ada);
        var link = RUN.matcher(ada.visit("/settings/environments").body());
        assertThat(link.find()).isTrue();
        var report = page(ada) + "/disconnects/" + link.group(1);
        assertThat(ada.visit(report).body())
                .contains("Revoke consent in Entra")
                .contains("https://entra.microsoft.com/" + Contoso.TENANT)
                .contains("Remove-MgServicePrincipalByAppId", "Connect-MgGraph -TenantId " + Contoso.TENANT)
                .contains("DELETE https://graph.microsoft.com/v1.0/servicePrincipals(appId=")
                .doesNotContain("Checks end");
        portal.microsoft().controls().outage(Outage.SERVER_ERROR);
        ada.post(report + "/verification");
        assertThat(ada.follow().body()).contains("Microsoft couldn&#39;t be reached", "Checks end");
        portal.microsoft().controls().outage(Outage.NONE);
        ada.post(report + "/verification");
        assertThat(ada.follow().body()).contains("Microsoft still issues tokens", "Checks end");
        portal.microsoft().controls().disableApplication(Contoso.TENANT, true);
        ada.post(report + "/verification");
        assertThat(ada.follow().body())
                .contains("not because consent was revoked", "Revoke consent in Entra", "Checks end");
        assertThat(countOf(portal, "event where type = 'INTUNE_CONSENT_REVOKED'"))
                .isZero();
        portal.microsoft().controls().disableApplication(Contoso.TENANT, false);
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        await().until(() -> {
            checkConsents(portal);
            return countOf(portal, "event where type = 'INTUNE_CONSENT_REVOKED'") == 1;
        });
        assertThat(ada.visit(report).body())
                .contains("Consent revoked", "First confirmed")
                .doesNotContain("Open Properties", "Checks end");
        ada.post(report + "/verification");
        checkConsents(portal);
        await().until(() -> countOf(portal, "scheduled_tasks where task_name = 'watch-revoked-consent'") == 0);
        assertThat(countOf(portal, "event where type = 'INTUNE_CONSENT_REVOKED'"))
                .isOne();
    }

    @Test
    void theConsentIsCheckedForADay(Portal portal) {
        var ada = connected(portal);
        disconnect(ada);
        var link = RUN.matcher(ada.visit("/settings/environments").body());
        assertThat(link.find()).isTrue();
        var report = page(ada) + "/disconnects/" + link.group(1);
        ada.visit(report);
        ada.post(report + "/verification");
        portal.microsoft().controls().advanceClock(Duration.ofHours(23));
        checkConsents(portal);
        await().until(() ->
                countOf(portal, "disconnect_run where consent_checked_at > requested_at + interval '22 hours'") == 1);
        assertThat(countOf(portal, "scheduled_tasks where task_name = 'watch-revoked-consent'"))
                .isOne();
        portal.microsoft().controls().advanceClock(Duration.ofHours(2));
        checkConsents(portal);
        await().until(() -> countOf(portal, "scheduled_tasks where task_name = 'watch-revoked-consent'") == 0);
        assertThat(countOf(portal, "event where type = 'INTUNE_CONSENT_REVOKED'"))
                .isZero();
    }

    private static void checkConsents(Portal portal) {
        portal.lookNow("watch-revoked-consent");
    }

    private static Surfer connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        return ada;
    }

    private static void disconnect(Surfer ada) {
        ada.get(page(ada) + "/delete");
        ada.post(page(ada) + "/delete");
        var progress = ada.location();
        await().pollInterval(Duration.ofMillis(30))
                .until(() -> !ada.visit(progress).body().contains("Disconnecting…"));
    }

    private static void begin(Surfer ada) {
        ada.get(page(ada) + "/delete");
        ada.post(page(ada) + "/delete", "domain", "contoso.com", "leave", "false");
    }

    private static void goOn(Portal portal, Duration later) {
        portal.microsoft().controls().advanceClock(later);
        portal.lookNow("disconnect-intune");
    }

    /** Whenever nothing is to be done, so much time passes. */
    private static void awaitEnd(Portal portal, Duration step) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            var now = "'" + portal.microsoft().clock().instant() + "'::timestamptz";
            if (countOf(portal, "disconnect_item where status = 'PENDING' and visible_from <= " + now) == 0) {
                goOn(portal, step);
            }
            return countOf(portal, "disconnect_run where finished_at is not null") == 1;
        });
    }

    private static int number(ConnectionTeardown.TeardownItem piece) {
        return Integer.parseInt(piece.reference().substring("piece-".length()));
    }

    private static String run(Surfer ada) {
        var run = RUN.matcher(ada.location());
        assertThat(run.find()).isTrue();
        return run.group(1);
    }

    private static String page(Surfer ada) {
        return "/settings/environments/" + ada.environment() + "/intune";
    }

    private static void assertNothingLeft(Portal portal) {
        assertThat(portal.database().rowCounts())
                .containsEntry("intune_connection", 0L)
                .containsEntry("tenant_claim", 0L);
    }

    private static long countOf(Portal portal, String what) {
        return portal.database().count(what);
    }
}
