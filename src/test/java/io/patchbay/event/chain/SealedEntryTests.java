package io.patchbay.event.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.event.Category;
import io.patchbay.event.Operation;
import io.patchbay.event.RecordedEvent;
import io.patchbay.event.Severity;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The digests of all logs that exist are made of these bytes. Where this test fails, the code is wrong, not the test. */
@Tag("fast")
class SealedEntryTests {

    private static final RecordedEvent EVENT = new RecordedEvent(
            UUID.fromString("01900000-0000-7000-8000-000000000001"),
            Instant.parse("2026-11-29T04:30:00.120Z"),
            "COMPANY_UPDATED",
            "Company \"Ä\" <b>updated</b>",
            "Line\nwith \u2028 and \uD83D\uDE00 / and \\ and \u007f",
            Category.COMPANY,
            Operation.UPDATED,
            Severity.GENERAL,
            "PERSON",
            "Ada",
            "ada@contoso.example",
            new UUID(1, 2),
            null,
            "192.0.2.1",
            "Firefox",
            null,
            null,
            new UUID(3, 4),
            Map.of("b", "2", "a", "1"));

    @Test
    void theLineNeverChanges() {
        assertThat(SealedEntry.content(7, EVENT))
                .isEqualTo("{\"seq\":7,\"id\":\"01900000-0000-7000-8000-000000000001\",\"occurredAt\":"
                        + "\"2026-11-29T04:30:00.120Z\",\"type\":\"COMPANY_UPDATED\",\"title\":\"Company \\\"Ä\\\" <b>updated</b>\","
                        + "\"description\":\"Line\\nwith \u2028 and \uD83D\uDE00 / and \\\\ and \u007f\",\"category\":\"COMPANY\","
                        + "\"operation\":\"UPDATED\",\"severity\":\"GENERAL\",\"actorKind\":\"PERSON\",\"actorName\":\"Ada\","
                        + "\"actorEmail\":\"ada@contoso.example\",\"actorTenantId\":\"00000000-0000-0001-0000-000000000002\","
                        + "\"actorObjectId\":null,\"address\":\"192.0.2.1\",\"userAgent\":\"Firefox\",\"correlationId\":null,"
                        + "\"environmentId\":null,\"tenantId\":\"00000000-0000-0003-0000-000000000004\","
                        + "\"details\":{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void theDigestNeverChanges() {
        var digest = SealedEntry.digest(new byte[32], SealedEntry.content(7, EVENT));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("44fb3eba0a64c6ae0ea97fdc4156f61a7c60e4db7690ab89cf1e25c7064d0e30");
        assertThat(SealedEntry.line("{\"seq\":7", new byte[] {1, (byte) 0xab}))
                .isEqualTo("{\"seq\":7,\"hash\":\"01ab\"}");
    }
}
