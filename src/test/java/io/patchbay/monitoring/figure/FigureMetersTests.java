package io.patchbay.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.patchbay.event.ManyEvents;
import io.patchbay.microsoft.identity.Credential;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    void statementsJobsTokensAndChecksAreMeasuredWithFewLabels(Portal portal) {
        var contoso = Contoso.connected(portal).founder();
        contoso.get("/settings/environments");
        contoso.post("/settings/environments/" + contoso.environment() + "/intune/check");
        var meters = portal.bean(MeterRegistry.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> meters.get("patchbay.checks")
                                .tag("outcome", "complete")
                                .counter()
                                .count()
                        > 0);
        assertThat(meters.find("patchbay.checks").counters()).hasSize(6);
        assertThat(labels(meters, "patchbay.sql", "pool")).containsExactlyInAnyOrder("requests", "jobs");
        assertThat(labels(meters, "patchbay.sql", "statement"))
                .contains("select", "insert", "update", "set")
                .hasSizeLessThan(9);
        assertThat(labels(meters, "patchbay.job", "task")).contains("verify-consent", "check-connection");
        assertThat(labels(meters, "patchbay.microsoft.tokens", "grant"))
                .containsExactlyInAnyOrder("application", "sign-in");
        assertThat(labels(meters, "patchbay.microsoft.tokens", "outcome")).contains("granted");
    }

    private static Set<String> labels(MeterRegistry meters, String name, String label) {
        return meters.get(name).timers().stream()
                .map(timer -> String.valueOf(timer.getId().getTag(label)))
                .collect(Collectors.toSet());
    }

    /** An alert on a number that nobody gives never comes. */
    @Test
    void everyNumberOfTheAlertRulesIsGiven(Portal portal) throws IOException {
        Contoso.connected(portal).founder().get("/catalog");
        var registry = portal.bean(PrometheusMeterRegistry.class);
        registry.scrape();
        var given = registry.scrape();
        var rules = Files.readString(Path.of("src/docs/operations/monitoring/alerts.yml"));
        var names = Pattern.compile("\\b(patchbay|http|hikaricp)_[a-z_]+")
                .matcher(rules)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).contains("http_server_requests_seconds_count", "patchbay_jobs_failing");
        // The application's credential of these tests is a secret without an end.
        names.remove("patchbay_credential_expires_seconds");
        assertThat(names).allSatisfy(name -> assertThat(given).containsPattern("(?m)^" + name + "[{ ]"));
        assertThat(rules).contains("status=~\"5..\"");
        assertThat(given).containsPattern("http_server_requests_seconds_count\\{[^}]*status=\"200\"");
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
