package io.patchbay.testsupport;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.patchbay.catalog.imports.CatalogImport;
import io.patchbay.simulator.SimulatedMicrosoft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The one portal of a test run, with its database and its simulated Microsoft; started by whoever asks first. */
public final class Portal {

    /** Most tests that move the clock are about something else. */
    private static final Map<String, Object> SESSIONS_STAY =
            Map.of("spring.session.timeout", "20000d", "patchbay.session.lifetime", "20000d");

    private static final Portal ONE = new Portal();

    /** What a test waits for comes in a moment, but where the machine has much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final SimulatedMicrosoft microsoft = SimulatedMicrosoft.start(0, 0);
    private final TestDatabase database = TestDatabase.named("patchbay_test");
    private final ConfigurableApplicationContext context;

    private Portal() {
        LocalPortal.register(microsoft, port);
        context = start(
                port,
                Map.of(
                        "patchbay.portal.base-url", url(),
                        "patchbay.connect.first-delay", "50ms",
                        "patchbay.connect.longest-delay", "200ms",
                        "patchbay.microsoft.read-timeout", "5s",
                        "patchbay.event.seal-every", "24h",
                        "patchbay.deployment.work-directory", workDirectory(),
                        "patchbay.catalog.schedule", "-",
                        "db-scheduler.polling-interval", "50ms"));
    }

    /** Of this run alone: others on the machine clean up theirs. */
    private static String workDirectory() {
        try {
            var directory = Files.createTempDirectory("patchbay-work");
            directory.toFile().deleteOnExit();
            return directory.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The running portal. */
    public static Portal running() {
        return ONE;
    }

    /** Its address, without a trailing slash. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Its Microsoft. */
    public SimulatedMicrosoft microsoft() {
        return microsoft;
    }

    /** Its database. */
    public TestDatabase database() {
        return database;
    }

    /** A bean of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Its beans, to which a test may add one of its own for a while. */
    public DefaultListableBeanFactory beans() {
        return (DefaultListableBeanFactory) context.getBeanFactory();
    }

    /** Every address of the portal and the method that handles it. */
    public Map<RequestMappingInfo, HandlerMethod> endpoints() {
        var all = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        return all.entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.patchbay."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A second instance of the portal on the same database, at a port of its own; to be closed. */
    public ConfigurableApplicationContext another(int otherPort) {
        return start(otherPort, Map.of("patchbay.portal.base-url", url()));
    }

    /** The same, set up differently. Until it begins to close, it does all jobs: the usual portal would do them with its own settings. */
    public ConfigurableApplicationContext another(int otherPort, Map<String, Object> overrides) {
        var jobs = bean(Scheduler.class);
        jobs.pause();
        try {
            var instance = start(otherPort, overrides);
            instance.addApplicationListener((ContextClosedEvent closed) -> jobs.resume());
            return instance;
        } catch (RuntimeException e) {
            jobs.resume();
            throw e;
        }
    }

    private ConfigurableApplicationContext start(int otherPort, Map<String, Object> overrides) {
        var properties = new HashMap<String, Object>(SESSIONS_STAY);
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "warn");
        properties.putAll(overrides);
        return LocalPortal.start(otherPort, database, microsoft, properties);
    }

    /** Ends what was begun for a while. */
    public interface Pause extends AutoCloseable {
        @Override
        void close();
    }

    /** Has all jobs rest, for a test that takes their steps itself; none is at work when it begins. */
    public Pause jobsAtRest() {
        var jobs = bean(Scheduler.class);
        jobs.pause();
        try {
            Awaitility.await().until(() -> jobs.getCurrentlyExecuting().isEmpty());
        } catch (RuntimeException e) {
            jobs.resume();
            throw e;
        }
        return jobs::resume;
    }

    /**
     * Has a job look now whether there is something to do, rather than at the time it waits for. One that is at work just then is
     * waited for: it may have looked before something changed.
     */
    public void lookNow(String job) {
        Awaitility.await().until(() -> database.one("""
                        with looking as (
                          update scheduled_tasks set execution_time = now() where task_name = '%1$s' and not picked returning 1)
                        select exists (select from looking)
                          or not exists (select from scheduled_tasks where task_name = '%1$s')
                        """.formatted(job), Boolean.class));
    }

    /** Fills the App Catalog from the simulated download host, which most tests do without. */
    public void importCatalog() {
        microsoft.controls().publishers().folder();
        bean(CatalogImport.class).run();
    }

    /** Empties the database and puts the simulated Microsoft back to its start. */
    public void reset() {
        microsoft.controls().reset();
        database.empty();
    }
}
