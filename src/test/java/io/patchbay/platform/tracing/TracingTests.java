package io.patchbay.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.context.ApplicationListener;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.support.ServletRequestHandledEvent;

/** Traces go where they are wanted, say nothing that is nobody's business, and are not there where nobody wants them. */
@PortalTest
class TracingTests {

    @Test
    void withoutACollectorThereIsNothingOfIt(Portal portal) {
        assertThat(portal.beans().getBeanNamesForType(Tracer.class)).isEmpty();
        assertThat(portal.beans().getBeanNamesForType(SdkTracerProvider.class)).isEmpty();
        assertThat(portal.beans().getBeanNamesForType(io.opentelemetry.api.OpenTelemetry.class))
                .isEmpty();
        // That of a portal that had a collector, and was closed, may be about to end.
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.contains("BatchSpanProcessor")))
                .isEmpty());
    }

    @Test
    void aCollectorGetsSpansWithTheCorrelationIdAndWithoutValues(Portal portal) throws Exception {
        var contoso = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var port = TestSocketUtils.findAvailableTcpPort();
        var traceOf = new ConcurrentHashMap<String, String>();
        try (var collector = new CollectorServer();
                var instance = portal.another(
                        port,
                        Map.of(
                                "patchbay.portal.base-url", portal.url(),
                                "patchbay.connect.first-delay", "50ms",
                                "management.tracing.sampling.probability", "1",
                                "management.opentelemetry.tracing.export.schedule-delay", "100ms",
                                "management.opentelemetry.tracing.export.otlp.endpoint",
                                        collector.address() + "/v1/traces"))) {
            instance.addApplicationListener((ApplicationListener<ServletRequestHandledEvent>)
                    handled -> traceOf.put(MDC.get(Correlation.KEY), String.valueOf(MDC.get("traceId"))));
            contoso.connect(contoso.environment(), Contoso.ADMIN).awaitOutcome();
            var page = contoso.get("http://localhost:" + port + "/events?text=a-secret-word");
            var id = page.headers().firstValue(Correlation.HEADER).orElseThrow();
            assertThat(page.body()).contains("Events");
            contoso.get("http://localhost:" + port + "/groups/a-secret-address");
            instance.getBean(RestClient.Builder.class)
                    .build()
                    .get()
                    .uri(URI.create(collector.address() + "/elsewhere?secret=a-secret-query"))
                    .retrieve()
                    .toBodilessEntity();
            Observation.createNotStarted("odd", instance.getBean(ObservationRegistry.class))
                    .start()
                    .error(new IllegalStateException("a-secret-message"))
                    .stop();

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(collector.texts())
                            .contains("http get /events", "http get", "sql select", "patchbay", Correlation.KEY, id)
                            .contains("odd", "job verify-consent", "token application", "/organization"));
            assertThat(traceOf.get(id)).matches("[0-9a-f]{32}");
            assertThat(collector.hasTrace(traceOf.get(id))).isTrue();
            assertThat(collector.texts())
                    .doesNotContain("a-secret")
                    .doesNotContain("eyJ", Contoso.TENANT.toString(), "Contoso", Contoso.ADMIN);
            assertThat(collector.headers()).contains("host").doesNotContain("traceparent", "b3", "baggage");
        }
    }
}
