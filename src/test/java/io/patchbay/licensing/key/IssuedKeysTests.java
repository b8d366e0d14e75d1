package io.patchbay.licensing.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.licensing.license.LicensingProperties;
import io.patchbay.licensing.license.LicensingProperties.Mode;
import io.patchbay.platform.crypto.KeyRotation.Result;
import io.patchbay.testsupport.LocalPortal;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** License keys that were issued under the key secret before are found, and hashed anew when they are typed. */
@PortalTest
class IssuedKeysTests {

    private static final String NEW = "the secret that replaces the one before";

    @Test
    void aKeyIssuedBeforeIsFoundAndNeedsTheOldSecretNoMore(Portal portal) {
        var key = LicenseKey.random(new SecureRandom());
        var id = issue(portal, key);
        portal.database().execute("""
                insert into key_fingerprint values ('patchbay.licensing.key-secret', '\\x01', '\\x02', now())
                """);

        assertThat(keys(portal, NEW, null).find(key)).isEmpty();
        assertThat(keys(portal, NEW, LocalPortal.KEY_SECRET).rotate()).isEqualTo(new Result(0, 1));
        assertThat(keys(portal, NEW, LocalPortal.KEY_SECRET).find(key)).contains(id);
        assertThat(keys(portal, NEW, LocalPortal.KEY_SECRET).rotate()).isEqualTo(new Result(0, 0));
        assertThat(keys(portal, NEW, null).find(key)).contains(id);
        assertThat(keys(portal, LocalPortal.KEY_SECRET, null).find(key)).isEmpty();
    }

    private static UUID issue(Portal portal, LicenseKey key) {
        var id = UUID.randomUUID();
        portal.database().execute("""
                insert into issued_key (key_id, key_hash, key_ending, plan, devices, starts_at, ends_at, issued_at, issued_by,
                  version)
                values ('%s', '\\x%s', '%s', 'plus', 10, now(), now() + interval '1 year', now() - interval '1 day', 'Sales', 0)
                """.formatted(
                id, HexFormat.of().formatHex(portal.bean(KeyHashes.class).of(key)), key.ending()));
        return id;
    }

    private static IssuedKeys keys(Portal portal, String secret, @Nullable String previous) {
        var plans = portal.bean(LicensingProperties.class).plans();
        return new IssuedKeys(
                portal.bean(IssuedKeyRepository.class),
                new KeyHashes(new LicensingProperties(Mode.LICENSED, secret, previous, 30, 25, List.copyOf(plans))),
                portal.bean(JdbcClient.class),
                Clock.systemUTC());
    }
}
