package io.patchbay.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.startup.Finding.Outcome;
import io.patchbay.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** A start with another key secret is noticed, and one that is being replaced is let through. */
class KeyFingerprintTests {

    private static final String SETTING = "patchbay.event.key-secret";
    private static final String FIRST = "the first of two secrets, for a test";
    private static final String SECOND = "the second of two secrets, for a test";

    private final TestDatabase database = TestDatabase.named("patchbay_keys");

    @BeforeAll
    static void create() {
        var access = TestDatabase.named("patchbay_keys").properties();
        Flyway.configure()
                .dataSource(
                        access.get("spring.flyway.url").toString(),
                        access.get("spring.flyway.user").toString(),
                        access.get("spring.flyway.password").toString())
                .load()
                .migrate();
    }

    @BeforeEach
    void empty() {
        database.execute("truncate key_fingerprint");
    }

    @Test
    void theSameSecretPasses() throws SQLException {
        assertThat(start(FIRST, null)).isEqualTo(Outcome.PASSED);
        assertThat(start(FIRST, null)).isEqualTo(Outcome.PASSED);
    }

    @Test
    void anotherSecretIsRefusedAndChangesNothing() throws SQLException {
        start(FIRST, null);
        assertThat(start(SECOND, null)).isEqualTo(Outcome.FAILED);
        assertThat(start(FIRST, null)).isEqualTo(Outcome.PASSED);
    }

    @Test
    void anotherSecretTakesTheOneBefore() throws SQLException {
        start(FIRST, null);
        assertThat(start(SECOND, "none of the two secrets, for a test")).isEqualTo(Outcome.FAILED);
        assertThat(start(SECOND, FIRST)).isEqualTo(Outcome.WARNING);
        assertThat(start(SECOND, FIRST)).isEqualTo(Outcome.WARNING);
    }

    @Test
    void theOneBeforeIsNeededUntilAllIsReplaced() throws SQLException {
        start(FIRST, null);
        start(SECOND, FIRST);
        assertThat(start(SECOND, null)).isEqualTo(Outcome.FAILED);
        assertThat(start(FIRST, null)).isEqualTo(Outcome.FAILED);
        database.execute("update key_fingerprint set previous = null");
        assertThat(start(SECOND, null)).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aCheckStoresNothing() throws SQLException {
        try (var connection = database.asApplication()) {
            assertThat(run(connection, FIRST, null, null)).singleElement().returns(Outcome.PASSED, Finding::outcome);
        }
        assertThat(database.count("key_fingerprint")).isZero();
    }

    @Test
    void neitherMessageNorDatabaseHoldsTheSecret() throws SQLException {
        start(FIRST, null);
        try (var connection = database.asApplication()) {
            assertThat(run(connection, SECOND, FIRST, null).toString()).doesNotContain(FIRST, SECOND);
        }
        assertThat(database.one("select encode(fingerprint, 'escape') from key_fingerprint", String.class))
                .doesNotContain(FIRST);
    }

    private Outcome start(String secret, @Nullable String previous) throws SQLException {
        try (var connection = database.asApplication()) {
            return run(connection, secret, previous, Instant.EPOCH).getFirst().outcome();
        }
    }

    private static List<Finding> run(
            Connection connection, String secret, @Nullable String previous, @Nullable Instant noteAt)
            throws SQLException {
        var environment = new MockEnvironment().withProperty(SETTING, secret);
        if (previous != null) {
            environment.setProperty("patchbay.event.previous-key-secret", previous);
        }
        return new KeyFingerprints(environment).run(connection, noteAt);
    }
}
