package io.patchbay.environment.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.environment.Health;
import io.patchbay.environment.connection.CheckConclusion;
import io.patchbay.environment.connection.CheckConclusion.Standing;
import io.patchbay.environment.connection.IntuneConnection;
import io.patchbay.environment.connection.ProbeResult;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.simulator.Outage;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.MessageSourceAccessor;

/** What a look at a tenant makes of everything that Microsoft may answer: a loss is only ever called so on its plain word. */
@PortalTest
class ProbeResultTests {

    private static final CheckConclusion CONNECTED =
            new CheckConclusion(Standing.CONNECTED, Instant.EPOCH, null, null, Set.of(), Set.of(), Instant.EPOCH);

    static Stream<Arguments> codes() {
        return Arrays.stream(ConsentProblem.values())
                .flatMap(problem -> problem.codes().stream().sorted().map(code -> Arguments.of(code, problem)));
    }

    @ParameterizedTest(name = "AADSTS{0}: {1}")
    @MethodSource("codes")
    void eachCodeOfTheTokenEndpointIsWhatItIs(int code, ConsentProblem problem, Portal portal) {
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        portal.microsoft().controls().everyTokenError("invalid_grant", 400, code, null);
        var finding = look(portal);
        assertThat(finding).isInstanceOf(expected(problem));
        assertSaid(finding, portal);
    }

    /** Whatever people are told of has words. */
    private static void assertSaid(ProbeResult finding, Portal portal) {
        var cause = switch (finding) {
            case ProbeResult.Lost(var diagnosis) -> diagnosis.problem().name();
            case ProbeResult.Blocked(var diagnosis) -> diagnosis.problem().name();
            case ProbeResult.Inconclusive(var diagnosis) -> diagnosis.problem().name();
            case ProbeResult.Complete complete -> "UNKNOWN";
            case ProbeResult.PermissionsMissing missing -> "UNKNOWN";
            case ProbeResult.OperatorFault fault -> "UNKNOWN";
        };
        assertThat(portal.bean(MessageSourceAccessor.class).getMessage("health.cause." + cause))
                .isNotEmpty();
    }

    private static Class<? extends ProbeResult> expected(ConsentProblem problem) {
        if (problem.responsible() == ConsentProblem.Responsible.OPERATOR) {
            return ProbeResult.OperatorFault.class;
        }
        return switch (problem) {
            case CONSENT_MISSING, SERVICE_MISSING, APPLICATION_DISABLED, TENANT_NOT_FOUND -> ProbeResult.Lost.class;
            case BLOCKED_BY_POLICY, MFA_NEEDED -> ProbeResult.Blocked.class;
            default -> ProbeResult.Inconclusive.class;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "401, InvalidAuthenticationToken, Access token is empty., Inconclusive",
        "401, Authorization_IdentityNotFound, The identity of the calling application could not be established.,"
                + " Inconclusive",
        "403, Authorization_RequestDenied, Insufficient privileges to complete the operation., Inconclusive",
        "403, Forbidden, '{\"_version\":3,\"Message\":\"Application is not authorized\"}', Inconclusive",
        "400, BadRequest, Request not applicable to target tenant., Lost",
        "400, BadRequest, Resource not found for the segment., Inconclusive",
        "404, Request_ResourceNotFound, Resource does not exist., Inconclusive",
        "429, TooManyRequests, Too many requests., Inconclusive",
        "500, InternalServerError, Something failed., Inconclusive",
        "502, BadGateway, Something failed., Inconclusive",
        "503, ServiceUnavailable, Something failed., Inconclusive",
        "504, GatewayTimeout, Something failed., Inconclusive"
    })
    void eachErrorOfGraphIsWhatItIs(int status, String code, String message, String finding, Portal portal) {
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        portal.microsoft().controls().everyGraphError(status, code, message);
        assertThat(look(portal).getClass().getSimpleName()).isEqualTo(finding);
    }

    @ParameterizedTest
    @EnumSource(value = Outage.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anOutageIsNeverALoss(Outage outage, Portal portal) {
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        portal.microsoft().controls().outage(outage);
        try {
            assertThat(look(portal)).isInstanceOf(ProbeResult.Inconclusive.class);
        } finally {
            portal.microsoft().controls().outage(Outage.NONE);
        }
    }

    @Test
    void oneMissIsLookedAtAgainBeforeItIsSaid(Portal portal) {
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        portal.microsoft().controls().nextTokenError("invalid_client", 401, 7000229, null);
        assertThat(look(portal)).isInstanceOf(ProbeResult.Complete.class);
        assertThat(portal.microsoft().controls().tokenRequests(Contoso.TENANT)).isEqualTo(2);
    }

    @Test
    void aLossSoSoonAfterConsentIsNotSaidByAScheduledCheck(Portal portal) {
        var now = Instant.parse("2026-11-23T10:00:00Z");
        var connection = connection(portal, now);
        var lost = new ProbeResult.PermissionsMissing(Set.of("User.Read.All"));
        connection.checked(lost, false, now.plus(Duration.ofMinutes(5)));
        assertThat(connection.state().health()).isInstanceOf(Health.Verifying.class);
        connection.checked(lost, false, now.plus(Duration.ofMinutes(21)));
        assertThat(connection.state().health()).isInstanceOf(Health.Degraded.class);
    }

    @Test
    void somebodyWhoAsksIsToldAtOnce(Portal portal) {
        var now = Instant.parse("2026-11-23T10:00:00Z");
        var connection = connection(portal, now);
        connection.checked(
                new ProbeResult.PermissionsMissing(Set.of("User.Read.All")), true, now.plus(Duration.ofMinutes(5)));
        assertThat(connection.state().health()).isInstanceOf(Health.Degraded.class);
    }

    private static IntuneConnection connection(Portal portal, Instant at) {
        portal.microsoft().controls().grantConsent(Contoso.TENANT);
        var proof = ((ProbeResult.Complete) look(portal)).proof();
        return new IntuneConnection(
                new io.patchbay.platform.tenancy.CompanyId(Contoso.TENANT),
                new io.patchbay.platform.tenancy.EnvironmentId(Contoso.TENANT),
                Contoso.TENANT,
                proof,
                "Ada",
                Contoso.ADMIN,
                at);
    }

    private static ProbeResult look(Portal portal) {
        return portal.bean(ConnectionProbe.class).look(Contoso.TENANT, CONNECTED);
    }
}
