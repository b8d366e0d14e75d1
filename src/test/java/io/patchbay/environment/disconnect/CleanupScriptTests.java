package io.patchbay.environment.disconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.environment.ConnectionTeardown.TenantApp;
import io.patchbay.microsoft.MicrosoftCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The script is held by a file, which src/test/node checks with a grammar of PowerShell. -Dpatchbay.docs=write writes it. */
@Tag("fast")
class CleanupScriptTests {

    private static final Path EXAMPLE = Path.of("src/test/resources/environment/patchbay-cleanup.ps1");
    private static final UUID TENANT = UUID.fromString("8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f");

    private final CleanupScript script = new CleanupScript();

    @Test
    void isTheReviewedOne() throws IOException {
        var text = script.of(
                MicrosoftCloud.PUBLIC,
                TENANT,
                List.of(
                        app("7-Zip", "25.01", "5c1f6ad3-6f0e-4d0f-8f0a-3a1b2c3d4e5f", "patchbay:1"),
                        app("Notepad++", "8.9", null, "patchbay:2")));
        if ("write".equals(System.getProperty("patchbay.docs"))) {
            Files.createDirectories(EXAMPLE.getParent());
            Files.writeString(EXAMPLE, text);
        }
        assertThat(text).isEqualTo(Files.readString(EXAMPLE));
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    }

    @Test
    void noNameIsReadAsPartOfIt() {
        var text = script.of(
                MicrosoftCloud.GCC_HIGH,
                TENANT,
                List.of(app("x'; Remove-Item C:\\ #\u2019\r\n$(whoami)", "1", "'; exit", "patchbay:1")));
        assertThat(text)
                .contains("$cloud = 'USGov'")
                .contains(
                        "Name = ('x''; Remove-Item C:\\ #' + [char] 0x2019 + [char] 0x000D + [char] 0x000A + '$(whoami) 1')")
                .contains("Id = '''; exit'");
    }

    private static ReportItem app(String name, String version, @Nullable String id, String mark) {
        return new ReportItem(
                0,
                "deployment",
                name,
                new TenantApp(name, version, id, mark),
                ReportResult.LEFT_UNREACHABLE,
                null,
                1,
                null,
                null);
    }
}
