package io.patchbay.environment.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.simulator.Controls;
import io.patchbay.simulator.Outage;
import io.patchbay.simulator.SecretState;
import io.patchbay.simulator.directory.ConsentObstacle;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong after consent was given: what passes is waited for, what stays is said. */
@PortalTest
class ConnectProblemTests {

    private static Consumer<Controls> fault(Consumer<Controls> fault) {
        return fault;
    }

    static Stream<Arguments> lasting() {
        return Stream.of(
                Arguments.of(
                        "Conditional Access blocks Patchbay",
                        fault(c -> c.conditionalAccessBlock(Contoso.TENANT, true))),
                Arguments.of(
                        "Patchbay is disabled in your tenant", fault(c -> c.disableApplication(Contoso.TENANT, true))),
                Arguments.of("The tenant has no Microsoft Intune", fault(c -> c.intuneLicense(Contoso.TENANT, false))),
                Arguments.of("Microsoft rejected Patchbay&#39;s credential", fault(c -> c.secret(SecretState.EXPIRED))),
                Arguments.of("Microsoft rejected Patchbay&#39;s credential", fault(c -> c.secret(SecretState.WRONG))));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatStaysIsSaidAtOnce(String problem, Consumer<Controls> fault, Portal portal) {
        var ada = verifyingWith(portal, fault);

        assertThat(ada.awaitOutcome().body()).contains(problem);
        assertNothingConnected(portal, ada);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR_ONLY, Administrator approval required, AADSTS90093",
        "SERVICE_PRINCIPAL_REFUSED, Microsoft couldn&#39;t add Patchbay to your tenant, AADSTS650051",
        "SERVICE_NOT_SUBSCRIBED, Your tenant is missing a Microsoft service, AADSTS650052",
        "FURTHER_CHALLENGE, Multifactor authentication required, AADSTS50158"
    })
    void consentThatFailsAlthoughAcceptedIsSaidAsWhatItIs(
            ConsentObstacle obstacle, String problem, String code, Portal portal) {
        portal.microsoft().entra().consentObstacle(Contoso.TENANT, obstacle);
        var ada = atConsent(portal);
        accept(ada);

        assertThat(ada.awaitOutcome().body()).contains(problem, code);
        assertNothingConnected(portal, ada);
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(
                        "Permissions are missing",
                        fault(c -> c.removePermission(Contoso.TENANT, "User.Read.All")),
                        fault(c -> c.restorePermission(Contoso.TENANT, "User.Read.All"))),
                Arguments.of(
                        "Microsoft can&#39;t be reached",
                        fault(c -> c.outage(Outage.SERVER_ERROR)),
                        fault(c -> c.outage(Outage.NONE))),
                Arguments.of(
                        "Microsoft is busy",
                        fault(c -> c.throttle(Contoso.TENANT, 1_000_000, Duration.ofSeconds(1))),
                        fault(c -> c.throttle(Contoso.TENANT, 0, null))));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsWaitedFor(String problem, Consumer<Controls> begins, Consumer<Controls> ends, Portal portal) {
        var ada = verifyingWith(portal, begins);
        assertThat(ada.page().body()).contains("Verifying");
        ends.accept(portal.microsoft().controls());

        assertThat(ada.awaitOutcome().body()).contains("Intune Tenant Connected Successfully");
    }

    @ParameterizedTest
    @MethodSource("passing")
    void butNotForLongerThanTenMinutes(
            String problem, Consumer<Controls> begins, Consumer<Controls> ends, Portal portal) {
        var ada = verifyingWith(portal, begins);
        assertThat(ada.page().body()).contains("Verifying").contains("up to ten");
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(9));
        awaitALookThatBeginsNow(portal);
        assertThat(ada.visit(ada.page().uri().toString()).body()).contains("Verifying");
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(2));

        assertThat(ada.awaitOutcome().body()).contains(problem);
        ends.accept(portal.microsoft().controls());
        assertNothingConnected(portal, ada);
    }

    @Test
    void missingPermissionsAreNamedWithWhatTheyAreFor(Portal portal) {
        var ada = verifyingWith(portal, c -> c.removePermission(Contoso.TENANT, "GroupMember.Read.All"));
        awaitALookThatBeginsNow(portal);
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(11));

        assertThat(ada.awaitOutcome().body()).contains("GroupMember.Read.All").contains("Impact: ");
    }

    /** The fault begins after consent and before its proof, which a first look without consent holds open. */
    private static Surfer verifyingWith(Portal portal, Consumer<Controls> begins) {
        var ada = atConsent(portal);
        portal.microsoft().controls().consentDelay(Contoso.TENANT, 1_000_000);
        accept(ada);
        begins.accept(portal.microsoft().controls());
        portal.microsoft().controls().endConsentDelay(Contoso.TENANT);
        return ada;
    }

    /** The one under way may have begun before the fault; the next one did not. */
    private static void awaitALookThatBeginsNow(Portal portal) {
        var before = looks(portal);
        await().untilAsserted(() -> assertThat(looks(portal)).isGreaterThan(before + 1));
    }

    private static int looks(Portal portal) {
        return portal.database().one("select max(polls) from consent_attempt", Integer.class);
    }

    private static Surfer atConsent(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        return ada.startConnecting(ada.environment()).enterAccount(Contoso.ADMIN);
    }

    private static void accept(Surfer ada) {
        ada.atMicrosoft("consent", "decision", "accept");
        ada.follow();
    }

    private static void assertNothingConnected(Portal portal, Surfer ada) {
        assertThat(portal.database().rowCounts())
                .containsEntry("intune_connection", 0L)
                .containsEntry("tenant_claim", 0L);
        assertThat(ada.visit("/events").body()).contains("Intune Connection Failed");
    }
}
