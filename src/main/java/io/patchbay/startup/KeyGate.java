package io.patchbay.startup;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Compares the key secrets after the migrations, and before a page is served or a job runs. */
@Component
@DependsOnDatabaseInitialization
class KeyGate implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(KeyGate.class);

    private final DataSource database;
    private final KeyFingerprints fingerprints;
    private final Clock clock;

    KeyGate(DataSource database, Environment environment, Clock clock) {
        this.database = database;
        this.fingerprints = new KeyFingerprints(environment);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (var connection = database.getConnection()) {
            var findings = fingerprints.run(connection, clock.instant());
            var failed = findings.stream().filter(Finding::isFailed).toList();
            if (!failed.isEmpty()) {
                throw new StartupRefusedException(failed);
            }
            findings.stream()
                    .filter(finding -> finding.outcome() == Finding.Outcome.WARNING)
                    .forEach(finding -> LOG.warn("{}: {}", finding.check(), finding.message()));
        } catch (SQLException e) {
            throw new IllegalStateException("The key secrets can't be compared with the database", e);
        }
    }
}
