package io.patchbay.testsupport;

import io.patchbay.PatchbayApplication;
import io.patchbay.simulator.SimulatedMicrosoft;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The real portal, set up against a database and a simulated Microsoft. */
public final class LocalPortal {

    /** Tenant of those who run this installation. */
    public static final String OPERATOR_TENANT = "d3b07384-d9a0-4c9b-8f3e-2b1a0c9d8e7f";

    /** The key secret of every kind. */
    public static final String KEY_SECRET = "of a throw-away installation, kept for its data directory";

    private LocalPortal() {}

    /**
     * Starts it.
     *
     * @param port where to listen, and what people's browsers call
     * @param overrides further properties
     */
    public static ConfigurableApplicationContext start(
            int port,
            TestDatabase database,
            SimulatedMicrosoft microsoft,
            Map<String, Object> overrides,
            String... args) {
        var properties = properties(port, database, microsoft);
        properties.putAll(overrides);
        SpringApplication application = new SpringApplicationBuilder(PatchbayApplication.class)
                .initializers(
                        context -> ((GenericApplicationContext) context)
                                .registerBean("simulatedClock", Clock.class, microsoft::clock),
                        context -> context.getBeanFactory().addBeanPostProcessor(new StatementCount()))
                .build();
        return application.run(Stream.concat(
                        properties.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()),
                        Stream.of(args))
                .toArray(String[]::new));
    }

    /** The portal's configuration for these surroundings. */
    public static Map<String, Object> properties(int port, TestDatabase database, SimulatedMicrosoft microsoft) {
        var properties = new HashMap<>(database.properties());
        properties.put("server.port", port);
        properties.put("patchbay.portal.base-url", "http://localhost:" + port);
        properties.put("patchbay.microsoft.authority", microsoft.backChannelAddress());
        properties.put("patchbay.microsoft.browser-authority", microsoft.browserAddress());
        properties.put("patchbay.microsoft.graph", microsoft.graphAddress());
        properties.put("patchbay.microsoft.client-id", SimulatedMicrosoft.CLIENT_ID);
        properties.put("patchbay.microsoft.client-secret", SimulatedMicrosoft.CLIENT_SECRET);
        properties.put("patchbay.microsoft.ssl-bundle", "simulator");
        properties.put("patchbay.microsoft.operator-tenant", OPERATOR_TENANT);
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", microsoft.mailbox().port());
        properties.put("patchbay.mail.sales", "sales@patchbay.example");
        properties.put("patchbay.licensing.key-secret", KEY_SECRET);
        properties.put("patchbay.notification.key-secret", KEY_SECRET);
        properties.put("patchbay.event.key-secret", KEY_SECRET);
        properties.put("patchbay.startup.check-surroundings", false);
        properties.put(
                "patchbay.catalog.source", microsoft.controls().publishers().folder());
        properties.put(
                "patchbay.outbound.trusted", microsoft.backChannelAddress().getAuthority());
        properties.put("patchbay.outbound.ssl-bundle", "simulator");
        properties.put("patchbay.outbound.exchange-timeout", "3s");
        properties.put(
                "spring.ssl.bundle.jks.simulator.truststore.location",
                microsoft.trustStore().toUri());
        properties.put("spring.ssl.bundle.jks.simulator.truststore.password", microsoft.trustStorePassword());
        properties.put("spring.ssl.bundle.jks.simulator.truststore.type", "PKCS12");
        return properties;
    }

    /** Registers the portal's redirect URIs at the simulated Microsoft, as an operator does in Entra ID. */
    public static void register(SimulatedMicrosoft microsoft, int port) {
        var base = "http://localhost:" + port;
        microsoft
                .controls()
                .registerRedirectUris(
                        base + "/login/oauth2/code/entra",
                        base + "/connect/intune/signed-in",
                        base + "/connect/intune/consented",
                        base + "/signed-out");
    }
}
