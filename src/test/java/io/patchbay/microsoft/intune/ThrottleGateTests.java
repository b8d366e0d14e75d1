package io.patchbay.microsoft.intune;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.graph.GraphOutcome.Throttled;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was told to wait waits, and so does everybody else who would write to that tenant. */
@PortalTest
class ThrottleGateTests {

    @BeforeEach
    void connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
    }

    @Test
    void nobodyWritesToATenantUntilItsWaitIsOver(Portal portal) {
        var apps = portal.bean(IntuneApps.class);
        var simulated = portal.microsoft().controls().applications();
        var id = simulated.createByHand(Contoso.TENANT, "Somebody's own");
        simulated.faults().failNext(AppCall.DELETE, AppFault.TOO_MANY, 1);

        assertThat(apps.delete(Contoso.TENANT, id)).isEqualTo(new Throttled<>(Duration.ofSeconds(1)));
        assertThat(apps.delete(Contoso.TENANT, id)).isInstanceOf(Throttled.class);
        assertThat(simulated.faults().count(AppCall.DELETE)).isEqualTo(1);
        assertThat(apps.find(Contoso.TENANT, id)).isInstanceOf(Answered.class);

        portal.microsoft().controls().advanceClock(Duration.ofSeconds(1));
        assertThat(apps.delete(Contoso.TENANT, id)).isEqualTo(new Answered<>(true));
        assertThat(simulated.apps(Contoso.TENANT)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackClosesNothingForLong(Portal portal) {
        var apps = portal.bean(IntuneApps.class);
        var simulated = portal.microsoft().controls().applications();
        var id = simulated.createByHand(Contoso.TENANT, "Somebody's own");
        portal.microsoft().controls().advanceClock(Duration.ofDays(30));
        simulated.faults().failNext(AppCall.DELETE, AppFault.TOO_MANY, 1);
        assertThat(apps.delete(Contoso.TENANT, id)).isInstanceOf(Throttled.class);
        portal.microsoft().controls().advanceClock(Duration.ofDays(-30));
        assertThat(apps.delete(Contoso.TENANT, id)).isEqualTo(new Answered<>(true));
    }
}
