package io.patchbay.event.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.AppId;
import io.patchbay.event.log.EventProperties;
import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.tenancy.CompanyId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is given as a place to go on from, it is a place or none: signed heads of a log, and applications. */
public final class CursorFuzz {

    private static final LogKeys KEYS = new LogKeys(
            new EventProperties("k".repeat(32), null, List.of(), null, null, 365, 3_650, Duration.ofSeconds(5)),
            new PortalProperties(URI.create("https://patchbay.example")),
            JsonMapper.builder().build());
    private static final String GENUINE =
            KEYS.sign(new SignedHead(new CompanyId(new UUID(1, 2)), 7, new byte[32], Instant.EPOCH));

    private CursorFuzz() {}

    /** The head that a byte flipped in place of this one is not. */
    public static String genuine() {
        return GENUINE;
    }

    public static void fuzzerTestOneInput(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        KEYS.read(text).ifPresent(head -> {
            assertThat(head.seq()).isEqualTo(7);
            assertThat(head.company()).isEqualTo(new CompanyId(new UUID(1, 2)));
        });
        AppId.parse(text)
                .ifPresent(app -> assertThat(app.value())
                        .isEqualTo(text)
                        .hasSizeLessThanOrEqualTo(256)
                        .doesNotContain("/", "\\", "\u0000"));
    }
}
