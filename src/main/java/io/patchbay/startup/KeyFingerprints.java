package io.patchbay.startup;

import io.patchbay.platform.crypto.KeySecret;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Whether the key secrets are those of the last time. With another one, what is stored could not be read, and what is written
 * now could not be read later.
 */
final class KeyFingerprints {

    private static final String CHECK = "Keys";

    private final Environment environment;

    KeyFingerprints(Environment environment) {
        this.environment = environment;
    }

    private record Stored(byte[] fingerprint, byte @Nullable [] previous) {}

    /** Compares, and notes what is new where a time is given; one that is not configured is left out. */
    List<Finding> run(Connection connection, @Nullable Instant noteAt) throws SQLException {
        var findings = new ArrayList<Finding>();
        if (!exists(connection)) {
            return findings;
        }
        for (var setting : KeySecret.SETTINGS) {
            var secret = KeySecret.of(
                    setting, environment.getProperty(setting), environment.getProperty(KeySecret.previous(setting)));
            if (secret.isPresent()) {
                findings.add(compare(connection, secret.get(), noteAt));
            }
        }
        return findings;
    }

    private static Finding compare(Connection connection, KeySecret secret, @Nullable Instant noteAt)
            throws SQLException {
        var stored = stored(connection, secret.setting());
        if (stored == null) {
            if (noteAt != null) {
                note(connection, secret, null, noteAt);
            }
            return Finding.passed(CHECK, secret.setting() + " is in use from the next start on");
        }
        var before = secret.previousFingerprint().orElse(null);
        if (MessageDigest.isEqual(stored.fingerprint(), secret.fingerprint())) {
            return unchanged(secret, stored, before);
        }
        if (before == null || !MessageDigest.isEqual(stored.fingerprint(), before)) {
            return Finding.failed(
                    CHECK,
                    "%s is not the one that this database was used with. Set it to that one; to replace it, set %s to that one as well and see \"Replacing a key\" in src/docs/operations/secrets.md"
                            .formatted(
                                    new Setting(secret.setting()), new Setting(KeySecret.previous(secret.setting()))));
        }
        if (noteAt != null) {
            note(connection, secret, before, noteAt);
        }
        return Finding.warning(CHECK, unfinished(secret));
    }

    private static Finding unchanged(KeySecret secret, Stored stored, byte @Nullable [] before) {
        if (stored.previous() == null) {
            return Finding.passed(CHECK, secret.setting() + " is the one of the last time");
        }
        return before != null && MessageDigest.isEqual(stored.previous(), before)
                ? Finding.warning(CHECK, unfinished(secret))
                : Finding.failed(
                        CHECK,
                        "%s was replaced, and something is still stored under the one before. Set %s to that one, and run the portal once with --rotate-keys"
                                .formatted(secret.setting(), new Setting(KeySecret.previous(secret.setting()))));
    }

    private static String unfinished(KeySecret secret) {
        return "%s is being replaced. Run the portal once with --rotate-keys; until that is done, keep %s"
                .formatted(secret.setting(), KeySecret.previous(secret.setting()));
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('public.key_fingerprint') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static @Nullable Stored stored(Connection connection, String setting) throws SQLException {
        try (var statement =
                connection.prepareStatement("select fingerprint, previous from key_fingerprint where setting = ?")) {
            statement.setString(1, setting);
            try (var row = statement.executeQuery()) {
                return row.next() ? new Stored(row.getBytes(1), row.getBytes(2)) : null;
            }
        }
    }

    private static void note(Connection connection, KeySecret secret, byte @Nullable [] before, Instant at)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into key_fingerprint (setting, fingerprint, previous, noted_at) values (?, ?, ?, ?)
                on conflict (setting) do update set fingerprint = excluded.fingerprint, previous = excluded.previous,
                  noted_at = excluded.noted_at
                where key_fingerprint.fingerprint = excluded.previous
                """)) {
            statement.setString(1, secret.setting());
            statement.setBytes(2, secret.fingerprint());
            statement.setBytes(3, before);
            statement.setTimestamp(4, Timestamp.from(at));
            statement.executeUpdate();
        }
    }
}
