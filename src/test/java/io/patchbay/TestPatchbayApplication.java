package io.patchbay;

import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.testsupport.LocalPortal;
import io.patchbay.testsupport.TestDatabase;
import java.util.Map;

/** The default run ({@code ./mvnw spring-boot:test-run}): the real portal, a database and a simulated Microsoft. */
public class TestPatchbayApplication {

    private static final int PORTAL = 8080;
    private static final int MICROSOFT_HTTP = 8090;
    private static final int MICROSOFT_HTTPS = 8493;

    /** Starts the three, and says where they are. */
    public static void main(String[] args) {
        var microsoft = SimulatedMicrosoft.start(MICROSOFT_HTTP, MICROSOFT_HTTPS);
        LocalPortal.register(microsoft, PORTAL);
        try {
            LocalPortal.start(
                    PORTAL,
                    TestDatabase.named("patchbay"),
                    microsoft,
                    Map.of(
                            "spring.main.banner-mode",
                            "off",
                            "logging.level.root",
                            "warn",
                            "patchbay.catalog.schedule",
                            "FIXED_DELAY|10s"),
                    args);
        } catch (RuntimeException e) {
            microsoft.close();
            System.exit(1);
        }
        System.out.printf("""

                Patchbay               http://localhost:%d
                Simulated Microsoft    %s   (control page: consent, permissions, faults, clock)
                Sign in with           admin@contoso.onmicrosoft.com, and others in the README; password %s

                """, PORTAL, microsoft.browserAddress(), SimulatedMicrosoft.PASSWORD);
    }
}
