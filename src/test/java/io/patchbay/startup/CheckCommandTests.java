package io.patchbay.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.LocalPortal;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The start argument {@code --check} beside a running portal. */
@PortalTest
class CheckCommandTests {

    private record Checked(int code, String table) {}

    @Test
    void aPortalThatRunsPasses(Portal portal) {
        var rows = portal.database().rowCounts();
        var checked = check(portal, Map.of());
        assertThat(checked.table())
                .contains("Patchbay can start.")
                .contains("PASSED   Microsoft    127.0.0.1 answers", "PASSED   Clock", "PASSED   Mail")
                .contains("Graph doesn't show the app registration")
                .doesNotContain("FAILED");
        assertThat(checked.code()).isZero();
        assertThat(portal.database().rowCounts()).isEqualTo(rows);
    }

    @Test
    void everythingThatIsWrongIsInTheTable(Portal portal) {
        var checked = check(
                portal,
                Map.of(
                        "patchbay.licensing.mode", "opne",
                        "spring.datasource.username", "patchbay_owner",
                        "spring.mail.port", 1,
                        "patchbay.microsoft.client-secret", "",
                        "patchbay.microsoft.certificate.pem", "/nowhere.crt",
                        "patchbay.microsoft.certificate.private-key", "/nowhere.key"));
        assertThat(checked.table())
                .contains("licensed, open", "owns the database", "spring.mail.host")
                .contains("There is no file /nowhere.crt or /nowhere.key");
        assertThat(checked.code()).isOne();
    }

    private static Checked check(Portal portal, Map<String, Object> changes) {
        var properties = LocalPortal.properties(0, portal.database(), portal.microsoft());
        properties.putAll(changes);
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            var code = CheckCommand.run(
                    out,
                    properties.entrySet().stream()
                            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                            .toArray(String[]::new));
            return new Checked(code, bytes.toString(StandardCharsets.UTF_8));
        }
    }
}
