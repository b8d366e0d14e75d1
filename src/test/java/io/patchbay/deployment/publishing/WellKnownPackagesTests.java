package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.device.SelfUpdatingApps;
import io.patchbay.microsoft.intune.DetectionRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What ten well-known packages lead to stands in files that people review: scripts under {@code src/test/resources}, and a
 * table in the reference. After a change they are written again by
 * {@code ./mvnw test -Dtest=WellKnownPackagesTests -Dpatchbay.docs=write}.
 */
@Tag("fast")
class WellKnownPackagesTests {

    private static final Path SCRIPTS = Path.of("src/test/resources/device/scripts");
    private static final Path PAGE = Path.of("src/docs/reference/device-scripts.md");
    private static final String BEGIN = "<!-- generated: packages -->\n";
    private static final String END = "<!-- end: packages -->\n";
    private static final String HINT = "update it with ./mvnw test -Dtest=WellKnownPackagesTests -Dpatchbay.docs=write";

    private static boolean writing() {
        return "write".equals(System.getProperty("patchbay.docs"));
    }

    @Test
    void theScriptsAreThoseThatWereReviewed() throws IOException {
        var expected = WellKnownPackages.files();
        if (writing()) {
            for (var file : expected.entrySet()) {
                Files.createDirectories(SCRIPTS.resolve(file.getKey()).getParent());
                Files.writeString(SCRIPTS.resolve(file.getKey()), file.getValue());
            }
        }
        var names = new TreeSet<String>();
        try (var files = Files.walk(SCRIPTS)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> names.add(SCRIPTS.relativize(file).toString()));
        }
        assertThat(names).as(HINT).isEqualTo(expected.keySet());
        for (var file : expected.entrySet()) {
            assertThat(Files.readString(SCRIPTS.resolve(file.getKey())))
                    .as(HINT)
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void scriptsOfOurOwnAreAsciiWhateverTheNamesAre() throws IOException {
        var encoder = StandardCharsets.US_ASCII.newEncoder();
        WellKnownPackages.files().forEach((name, text) -> {
            var bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            assertThat(encoder.canEncode(bare)).as(name).isTrue();
        });
    }

    @Test
    void theTableSaysWhatTheCodeDoes() throws IOException {
        var page = Files.readString(PAGE);
        var expected = page.substring(0, page.indexOf(BEGIN)) + BEGIN + table() + page.substring(page.indexOf(END));
        if (writing()) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).as(HINT).isEqualTo(expected);
    }

    private static String table() throws IOException {
        var rows = new StringBuilder("\n| Package | Type | Scope | Install | Detection | Uninstall | Why |\n");
        rows.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        for (var id : WellKnownPackages.IDS) {
            rows.append(row(id, WellKnownPackages.plan(id)));
        }
        return rows.append('\n').toString();
    }

    private static String row(String id, InstallPlan plan) {
        var script = plan.uninstallCommand().contains(InstallPlan.UNINSTALL_SCRIPT);
        return "| %s %s | %s | %s | `%s` | %s | %s | %s |\n"
                .formatted(
                        id,
                        plan.release().version(),
                        plan.installer().type().name().toLowerCase(Locale.ROOT),
                        plan.forUser() ? "user" : "device",
                        plan.installCommand(),
                        plan.detection().stream()
                                .map(rule -> detection(rule, plan))
                                .collect(Collectors.joining(", ")),
                        script ? "script: " + identity(plan) : "`" + plan.uninstallCommand() + "`",
                        why(plan));
    }

    private static String detection(DetectionRule rule, InstallPlan plan) {
        return switch (rule) {
            case DetectionRule.ProductCode(var code, var version) ->
                "product code `" + code + "`, version ≥ " + version;
            case DetectionRule.Script script ->
                "script: "
                        + (agingKey(plan) ? name(plan) : identity(plan))
                        + ", version ≥ "
                        + (plan.installer().displayVersion() == null
                                ? plan.release().version()
                                : plan.installer().displayVersion());
            case DetectionRule.File file -> "file";
            case DetectionRule.RegistryVersion registry -> "registry";
        };
    }

    private static String identity(InstallPlan plan) {
        var key = plan.installer().productCode();
        if (key == null) {
            return name(plan);
        }
        return agingKey(plan) ? "key `" + key + "`, else " + name(plan) : "key `" + key + "`";
    }

    private static boolean agingKey(InstallPlan plan) {
        return SelfUpdatingApps.contains(plan.release().app());
    }

    private static String name(InstallPlan plan) {
        return "name and publisher";
    }

    private static String why(InstallPlan plan) {
        AppId app = plan.release().app();
        var known = SelfUpdatingApps.find(app);
        if (known.isPresent()) {
            return known.get().reason();
        }
        var installer = plan.installer();
        if (installer.productCode() == null) {
            return "the manifest records no key";
        }
        return InstallerSelection.windowsInstaller(installer)
                ? "Windows Installer knows the product code; the version tells an update that keeps it"
                : "the manifest records the key; the script looks for it in both registry views";
    }
}
