package io.patchbay.event.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.patchbay.event.log.EventProperties;
import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.tenancy.CompanyId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What signs a log, and whom it believes. */
@Tag("fast")
class LogKeysTests {

    private static final SignedHead HEAD =
            new SignedHead(new CompanyId(new UUID(1, 2)), 12, new byte[32], Instant.parse("2026-11-29T04:30:00Z"));

    private static LogKeys keys(@Nullable String signing, String... retired) {
        var properties = new EventProperties(
                "k".repeat(32), signing, List.of(retired), null, null, 365, 3_650, Duration.ofSeconds(5));
        return new LogKeys(properties, new PortalProperties(URI.create("https://patchbay.example")), new JsonMapper());
    }

    @Test
    void theKeyComesFromTheSecretAndIsTheSameAfterARestart() {
        var first = keys(null).published().getFirst();
        assertThat(keys(null).published()).containsExactly(first);
        assertThat(keys("s".repeat(32)).published().getFirst().x()).isNotEqualTo(first.x());
        assertThat(first.retired()).isFalse();
        assertThat(Base64.getUrlDecoder().decode(first.x())).hasSize(32);
    }

    @Test
    void whatItSignsItReadsAndNothingElse() {
        var keys = keys(null);
        var signed = keys.sign(HEAD);
        assertThat(keys.read(signed)).hasValueSatisfying(head -> {
            assertThat(head.company()).isEqualTo(HEAD.company());
            assertThat(head.seq()).isEqualTo(12);
            assertThat(head.digest()).isEqualTo(HEAD.digest());
            assertThat(head.at()).isEqualTo(HEAD.at());
        });
        assertThat(keys.read(" " + signed + "\n")).isPresent();
        var parts = signed.split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace(":12,", ":11,").getBytes(StandardCharsets.UTF_8));
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        for (var forged : new String[] {
            "",
            "..",
            "x.y.z",
            "eyJ.eyJ.é",
            parts[0] + "." + other + "." + parts[2],
            none + "." + parts[1] + ".",
            signed.substring(0, signed.length() - 6),
            keys("s".repeat(32)).sign(HEAD),
            "a".repeat(5_000)
        }) {
            assertThat(keys.read(forged)).as(forged).isEmpty();
        }
    }

    @Test
    void whatARetiredKeySignedIsStillRead() {
        var before = keys(null);
        var signed = before.sign(HEAD);
        assertThat(keys("s".repeat(32)).read(signed)).isEmpty();
        var after = keys("s".repeat(32), before.published().getFirst().x());
        assertThat(after.read(signed)).isPresent();
        assertThat(after.sign(HEAD)).isNotEqualTo(signed);
        assertThat(after.published()).extracting(LogKeys.PublicKey::retired).containsExactly(false, true);
        assertThat(after.set().toString())
                .contains(before.published().getFirst().id());
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (var wrong : new String[] {"", "x", "A".repeat(44), "!".repeat(43)}) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> keys(null, wrong))
                    .withMessageContaining("patchbay.event.retired-keys");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys("short"))
                .withMessageContaining("patchbay.event.signing-secret");
    }
}
