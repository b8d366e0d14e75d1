package io.patchbay.simulator;

import ch.qos.logback.classic.LoggerContext;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.receiver.Receivers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.connector.Connector;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A Microsoft of one's own: Entra ID and Graph on two ports of 127.0.0.1, plain HTTP for browsers and HTTPS (with a
 * self-signed certificate, see {@link #trustStore()}) for the back channel. Both serve everything. It begins with fixed
 * tenants and accounts, which all have the password {@link #PASSWORD}, and without any consent.
 */
public final class SimulatedMicrosoft implements AutoCloseable {
    /** The one app registration, multi-tenant. */
    public static final String CLIENT_ID = "6b1f6b0e-3a52-4c7e-9f0a-5d3c2b1a0f9e";

    public static final String CLIENT_SECRET = "simulated-secret-Xk8~not-a-real-one";

    /** Everybody's. */
    public static final String PASSWORD = "Patchbay!1";

    private final ServerCertificate certificate;
    private final ConfigurableApplicationContext context;
    private final Addresses addresses;

    private SimulatedMicrosoft(ServerCertificate certificate, ConfigurableApplicationContext context) {
        this.certificate = certificate;
        this.context = context;
        this.addresses = context.getBean(Addresses.class);
    }

    /** Starts one; a port of 0 is any that is free. Register redirect URIs before the first sign-in. */
    public static SimulatedMicrosoft start(int httpPort, int httpsPort) {
        quietenLogsBeforeAnyApplication();
        Logger tomcat = Logger.getLogger("org.apache");
        Level level = tomcat.getLevel();
        tomcat.setLevel(Level.WARNING);
        try {
            return startQuietly(httpPort, httpsPort);
        } finally {
            tomcat.setLevel(level);
        }
    }

    private static SimulatedMicrosoft startQuietly(int httpPort, int httpsPort) {
        ServerCertificate certificate = ServerCertificate.create();
        SpringApplication application = new SpringApplicationBuilder(SimulatorConfiguration.class)
                .profiles(SimulatorComponent.PROFILE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Map.of(
                        "spring.config.name",
                        "simulator",
                        "spring.mvc.servlet.load-on-startup",
                        1,
                        "spring.thymeleaf.prefix",
                        "classpath:/simulator/templates/",
                        "spring.web.resources.static-locations",
                        "classpath:/simulator/static/",
                        "simulator.http-port",
                        httpPort,
                        "simulator.https-port",
                        httpsPort,
                        "simulator.key-store",
                        certificate.keyStore().toString()))
                .build();
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        ConfigurableApplicationContext context = application.run();
        int[] ports = ports(context);
        context.getBean(Addresses.class).started(ports[0], ports[1], ports[2]);
        return new SimulatedMicrosoft(certificate, context);
    }

    /** Logging is the business of the portal's application; until that has started, Logback would print everything. */
    private static void quietenLogsBeforeAnyApplication() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback
                && logback.getObject(LoggingSystem.class.getName()) == null) {
            LoggingSystem.get(SimulatedMicrosoft.class.getClassLoader()).setLogLevel(null, LogLevel.WARN);
        }
    }

    private static int[] ports(ConfigurableApplicationContext context) {
        TomcatWebServer server = (TomcatWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
        int http = 0;
        int https = 0;
        int storage = 0;
        for (Connector connector : server.getTomcat().getService().findConnectors()) {
            if (!connector.getSecure()) {
                http = connector.getLocalPort();
            } else if (connector.findUpgradeProtocols().length > 0) {
                https = connector.getLocalPort();
            } else {
                storage = connector.getLocalPort();
            }
        }
        return new int[] {http, https, storage};
    }

    /** Where browsers go: {@code http://127.0.0.1:…}; the control page is there. */
    public URI browserAddress() {
        return addresses.browser();
    }

    /** Where servers go, and what issuers begin with: {@code https://127.0.0.1:…}. */
    public URI backChannelAddress() {
        return addresses.backChannel();
    }

    /** The storage for contents, where upload addresses lead. */
    public URI storageAddress() {
        return addresses.storage();
    }

    /** Graph v1.0. */
    public URI graphAddress() {
        return URI.create(addresses.backChannel() + "/graph/v1.0");
    }

    /** A PKCS#12 store with the certificate of {@link #backChannelAddress()}. */
    public Path trustStore() {
        return certificate.trustStore();
    }

    public String trustStorePassword() {
        return ServerCertificate.PASSWORD;
    }

    /** The time that everything here is issued at; {@link Controls#advanceClock} moves it. */
    public Clock clock() {
        return context.getBean(MovableClock.class);
    }

    /** What was mailed to anybody. */
    public Mailbox mailbox() {
        return context.getBean(Mailbox.class);
    }

    /** What came to the receivers of webhooks. */
    public Receivers receivers() {
        return context.getBean(Receivers.class);
    }

    /** The address of a receiver of webhooks; any name makes one. */
    public URI receiverAddress(String name) {
        return URI.create(addresses.backChannel() + "/receivers/" + name);
    }

    /** What the control page does. */
    public Controls controls() {
        return context.getBean(Controls.class);
    }

    /** What the control page does to Entra ID and to subscriptions. */
    public EntraControls entra() {
        return context.getBean(EntraControls.class);
    }

    /** The certificate of {@link #backChannelAddress()} as a PEM file, for clients that are not Java's. */
    public Path certificate() {
        return certificate.pem();
    }

    @Override
    public void close() {
        controls().outage(Outage.NONE);
        context.close();
        certificate.delete();
    }
}
