package io.patchbay.startup;

import io.patchbay.platform.crypto.KeyRotation;
import io.patchbay.platform.crypto.KeySecret;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finishes the replacement of key secrets: once nothing needs the one before any more, its setting can go. */
@Component
class KeyRotations {

    private static final String CHECK = "Keys";

    private final List<KeyRotation> rotations;
    private final Environment environment;
    private final JdbcClient jdbc;

    KeyRotations(List<KeyRotation> rotations, Environment environment, JdbcClient jdbc) {
        this.rotations = rotations;
        this.environment = environment;
        this.jdbc = jdbc;
    }

    /** Does it for every secret that has one before it; what is done already is left alone. */
    List<Finding> run() {
        var findings = new ArrayList<Finding>();
        for (var setting : KeySecret.SETTINGS) {
            KeySecret.of(
                            setting,
                            environment.getProperty(setting),
                            environment.getProperty(KeySecret.previous(setting)))
                    .filter(secret -> secret.previous() != null)
                    .ifPresent(secret -> rotate(secret, findings));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.passed(CHECK, "No key secret is being replaced"));
        }
        return findings;
    }

    private void rotate(KeySecret secret, List<Finding> findings) {
        var sum = new KeyRotation.Result(0, 0);
        for (var rotation : rotations) {
            if (rotation.setting().equals(secret.setting())) {
                var result = rotation.rotate();
                findings.add(finding(rotation, result));
                sum = sum.plus(result);
            }
        }
        if (sum.left() > 0) {
            findings.add(Finding.warning(
                    CHECK,
                    "Keep %s, and run --rotate-keys again later"
                            .formatted(new Setting(KeySecret.previous(secret.setting())))));
        } else {
            jdbc.sql("update key_fingerprint set previous = null where setting = ? and fingerprint = ?")
                    .params(secret.setting(), secret.fingerprint())
                    .update();
            findings.add(Finding.passed(
                    CHECK,
                    "%s is replaced. Remove %s"
                            .formatted(secret.setting(), new Setting(KeySecret.previous(secret.setting())))));
        }
    }

    private static Finding finding(KeyRotation rotation, KeyRotation.Result result) {
        return result.left() == 0
                ? Finding.passed(CHECK, "%s: %d renewed".formatted(rotation.what(), result.renewed()))
                : Finding.failed(
                        CHECK,
                        "%s: %d renewed, %d still need the secret before (the log says why)"
                                .formatted(rotation.what(), result.renewed(), result.left()));
    }
}
