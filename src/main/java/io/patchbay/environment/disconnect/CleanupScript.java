package io.patchbay.environment.disconnect;

import io.patchbay.microsoft.MicrosoftCloud;
import io.patchbay.platform.script.PowerShellLiteral;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The PowerShell script with which an administrator of a tenant removes what Patchbay could not. It is ASCII, and what it is
 * given is written as literals, so that no name of an application is ever read as part of it.
 */
@Component
class CleanupScript {

    private static final String VALUES = "#values";

    private final String body;

    CleanupScript() {
        try {
            this.body = new ClassPathResource("environment/cleanup.ps1").getContentAsString(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script for these applications, in the order in which it is to remove them. */
    String of(MicrosoftCloud cloud, UUID tenant, List<ReportItem> apps) {
        var values = """
                $tenant = %s
                $cloud = %s
                $apps = @(
                %s
                )""".formatted(
                        PowerShellLiteral.of(tenant.toString()),
                        PowerShellLiteral.of(cloud.powerShellEnvironment()),
                        apps.stream().map(CleanupScript::entry).collect(Collectors.joining("\n")));
        return body.replace(VALUES, values);
    }

    private static String entry(ReportItem item) {
        var app = Objects.requireNonNull(item.app());
        return "  @{ Name = %s; Id = %s; Mark = %s; Reason = %s }"
                .formatted(
                        PowerShellLiteral.of(app.name() + " " + app.version()),
                        PowerShellLiteral.of(Objects.requireNonNullElse(app.id(), "")),
                        PowerShellLiteral.of(app.mark()),
                        PowerShellLiteral.of(Objects.requireNonNullElse(item.reason(), "")));
    }
}
