package io.patchbay.startup;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Looks at the surroundings once after the start, beside the first requests: a portal works while one of them is away. */
@Component
class SurroundingsNotice {

    private static final Logger LOG = LoggerFactory.getLogger(SurroundingsNotice.class);

    private final StartupProperties properties;
    private final MicrosoftCheck microsoft;
    private final ObjectProvider<JavaMailSenderImpl> mail;
    private final DataSource database;
    private final Environment environment;
    private final Clock clock;

    SurroundingsNotice(
            StartupProperties properties,
            MicrosoftCheck microsoft,
            ObjectProvider<JavaMailSenderImpl> mail,
            DataSource database,
            Environment environment,
            Clock clock) {
        this.properties = properties;
        this.microsoft = microsoft;
        this.mail = mail;
        this.database = database;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        if (properties.checkSurroundings()) {
            Thread.ofVirtual().name("startup-check").start(this::log);
        }
    }

    private void log() {
        var findings = new ArrayList<Finding>();
        findings.add(SurroundingsCheck.workDirectory(environment));
        findings.add(SurroundingsCheck.mail(mail.getIfAvailable()));
        try (var connection = database.getConnection()) {
            findings.addAll(SurroundingsCheck.clock(connection, clock.instant()));
        } catch (SQLException e) {
            LOG.warn("The clock of the database can't be asked", e);
        }
        findings.addAll(microsoft.run());
        findings.stream()
                .filter(finding -> finding.outcome() != Finding.Outcome.PASSED)
                .forEach(finding -> LOG.warn("{}: {}", finding.check(), finding.message()));
    }
}
