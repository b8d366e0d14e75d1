package io.patchbay.licensing.key;

import io.patchbay.platform.crypto.KeyRotation;
import io.patchbay.platform.jdbc.Timestamps;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds issued keys by what was typed. A key that was issued under the key secret before is hashed anew when it is typed: only
 * then is the key itself there. So that secret is needed until each such key was typed, has ended or was revoked.
 */
@Component
class IssuedKeys implements KeyRotation {

    private final IssuedKeyRepository keys;
    private final KeyHashes hashes;
    private final JdbcClient jdbc;
    private final Clock clock;

    IssuedKeys(IssuedKeyRepository keys, KeyHashes hashes, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.hashes = hashes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<UUID> find(LicenseKey key) {
        var hash = hashes.of(key);
        var found = keys.idOf(hash);
        if (found.isPresent()) {
            return found;
        }
        var old = hashes.previous(key).flatMap(keys::idOf);
        old.ifPresent(id -> jdbc.sql("update issued_key set key_hash = ?, hash_renewed_at = ? where key_id = ?")
                .params(hash, Timestamps.utc(clock.instant()), id)
                .update());
        return old;
    }

    @Override
    public String setting() {
        return KeyHashes.SETTING;
    }

    @Override
    public String what() {
        return "License keys, hashed anew when typed";
    }

    @Override
    public Result rotate() {
        return new Result(
                0,
                jdbc.sql("""
                        select count(*) from issued_key k join key_fingerprint f on f.setting = ?
                        where f.previous is not null and k.revoked_at is null and k.ends_at > ?
                          and coalesce(k.hash_renewed_at, k.issued_at) < f.noted_at
                        """)
                        .params(KeyHashes.SETTING, Timestamps.utc(clock.instant()))
                        .query(Long.class)
                        .single());
    }
}
