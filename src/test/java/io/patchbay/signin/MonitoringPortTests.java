package io.patchbay.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.TestSocketUtils;

/** Figures are given to whoever reaches the management port, and to nobody at the portal's. */
@PortalTest
class MonitoringPortTests {

    private static final String FIGURES = "/actuator/prometheus";

    @Test
    void figuresAreAtAPortOfTheirOwnOnly(Portal portal) {
        var port = TestSocketUtils.findAvailableTcpPort();
        var management = TestSocketUtils.findAvailableTcpPort();
        try (var _ = portal.another(port, Map.of("management.server.port", management))) {
            var stranger = new Surfer(portal);
            var figures = stranger.get("http://localhost:" + management + FIGURES);
            assertThat(figures.statusCode()).isEqualTo(200);
            assertThat(figures.body()).contains("patchbay_");
            assertThat(stranger.get("http://localhost:" + management + "/settings/environments")
                            .body())
                    .doesNotContain("Environment");
            assertThat(stranger.get("http://localhost:" + port + FIGURES).body())
                    .doesNotContain("patchbay_");
        }
        assertThat(new Surfer(portal).get(FIGURES).body()).doesNotContain("patchbay_");
    }
}
