package io.patchbay.startup;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.patchbay.platform.problem.InvalidSettingException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The start argument {@code --check}: all checks with the settings of the portal, a table of what they found, and an exit code.
 * No migration runs, nothing is stored, and no port is opened, so a portal may run beside it.
 */
public final class CheckCommand {

    private static final String ARGUMENT = "--check";

    private CheckCommand() {}

    /** Whether these start arguments ask for it. */
    public static boolean wanted(String... args) {
        return Arrays.asList(args).contains(ARGUMENT);
    }

    /**
     * Checks and prints.
     *
     * @return the exit code: 0, or 1 where something failed
     */
    public static int run(PrintStream out, String... args) {
        var application = new SpringApplicationBuilder(Checks.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=error");
        try (var context = application.run(args)) {
            var findings = findings(context);
            findings.forEach(out::println);
            var failed = findings.stream().filter(Finding::isFailed).count();
            out.println(failed == 0 ? "Patchbay can start." : "Patchbay is not ready: %d failed.".formatted(failed));
            return failed == 0 ? 0 : 1;
        }
    }

    private static List<Finding> findings(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var findings = new ArrayList<>(SettingsCheck.run(environment));
        var database = DatabaseSettings.of(environment);
        var looked = DatabaseCheck.run(database);
        findings.addAll(looked);
        if (looked.stream().noneMatch(Finding::isFailed)) {
            findings.addAll(stored(context, database));
        }
        findings.add(SurroundingsCheck.workDirectory(environment));
        findings.add(SurroundingsCheck.mail(
                context.getBeanProvider(JavaMailSenderImpl.class).getIfAvailable()));
        findings.addAll(microsoft(context));
        return findings;
    }

    private static List<Finding> stored(ConfigurableApplicationContext context, DatabaseSettings database) {
        var findings = new ArrayList<Finding>();
        try (var connection = database.portal().connect()) {
            findings.addAll(new KeyFingerprints(context.getEnvironment()).run(connection, null));
            findings.addAll(SurroundingsCheck.clock(
                    connection, context.getBean(Clock.class).instant()));
        } catch (SQLException e) {
            findings.add(Finding.failed("Database", DatabaseCheck.refusal(database.portal(), e)));
        }
        return findings;
    }

    private static List<Finding> microsoft(ConfigurableApplicationContext context) {
        try {
            return context.getBean(MicrosoftCheck.class).run();
        } catch (BeansException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof InvalidSettingException setting) {
                    return List.of(Finding.failed("Credential", String.valueOf(setting.getMessage())));
                }
            }
            return List.of(Finding.failed(
                    "Microsoft",
                    "Correct the settings first: " + e.getMostSpecificCause().getMessage()));
        }
    }

    /** As much of the portal as the checks need; no component, so that the portal itself does not find it. */
    @ComponentScan({"io.patchbay.microsoft", "io.patchbay.platform.time"})
    @ConfigurationPropertiesScan({"io.patchbay.microsoft", "io.patchbay.platform"})
    @ImportAutoConfiguration({SslAutoConfiguration.class, MailSenderAutoConfiguration.class})
    @Import({MicrosoftCheck.class, SimpleMeterRegistry.class})
    static class Checks {

        /** Nobody watches it. */
        @Bean
        ObservationRegistry observations() {
            return ObservationRegistry.NOOP;
        }
    }
}
