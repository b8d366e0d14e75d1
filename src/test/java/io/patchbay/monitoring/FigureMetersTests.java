package io.patchbay.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.patchbay.event.ManyEvents;
import io.patchbay.microsoft.identity.Credential;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is watched of all companies, and from where it can be read. */
@PortalTest
class FigureMetersTests {

    @Test
    void unsealedEventsOfAllCompaniesAreCounted(Portal portal) {
        new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var company = portal.database().one("select company_id from company", UUID.class);
        portal.database().execute("truncate event, event_unsealed, event_seal, event_chain");
        ManyEvents.write(portal, company, 7, 3_600, "Entry");

        var meters = new SimpleMeterRegistry();
        var figures = new FigureMeters(
                portal.bean(Figures.class), portal.bean(Credential.class), meters, portal.bean(Clock.class));
        figures.afterSingletonsInstantiated();
        assertThat(meters.get("patchbay.figures").gauge().value()).isGreaterThan(5);
        assertThat(meters.get("patchbay.events.unsealed").gauge().value()).isEqualTo(7);
        assertThat(meters.get("patchbay.events.unsealed.age").gauge().value()).isGreaterThan(6 * 3_600);
        assertThat(meters.get("patchbay.jobs.failing").gauge().value()).isNotNaN();
    }

    @Test
    void callsOfGraphAreMeasuredByEndpointAndOutcome(Portal portal) {
        Contoso.connected(portal);
        var calls = portal.bean(MeterRegistry.class).get("http.client.requests").timers();
        assertThat(calls)
                .anyMatch(call -> "200".equals(call.getId().getTag("status"))
                        && String.valueOf(call.getId().getTag("uri")).contains("/organization"));
    }

    @Test
    void metricsAreClosedAtThePortalsOwnPort(Portal portal) {
        var ada = new Surfer(portal);
        ada.get("/actuator/prometheus");
        assertThat(ada.page().body()).doesNotContain("patchbay_");
        assertThat(ada.location()).endsWith("/sign-in");
        ada.foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(ada.get("/actuator/prometheus").statusCode()).isEqualTo(403);
        assertThat(ada.get("/actuator/env").statusCode()).isEqualTo(403);
    }

    @Test
    void probesAreAnsweredAtThePortalsOwnPort(Portal portal) {
        assertThat(new Surfer(portal).get("/livez").statusCode()).isEqualTo(200);
        assertThat(new Surfer(portal).get("/readyz").statusCode()).isEqualTo(200);
    }
}
