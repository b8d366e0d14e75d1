package io.patchbay.deployment.device;

import io.patchbay.catalog.InstallScope;
import io.patchbay.platform.script.PowerShellLiteral;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The PowerShell that Patchbay brings along, for Windows PowerShell 5.1 and later. A script is a few values and then parts of
 * {@code resources/device} as they are; it is ASCII only. {@code reference/device-scripts.md} says what it does, what it ends
 * with, and which of its functions can be replaced.
 */
public final class DeviceScripts {

    /** The name of the script that runs before an installation. */
    public static final String PRE = "pre-install.ps1";

    /** The name of the script that runs after an installation. */
    public static final String POST = "post-install.ps1";

    private static final String MARKER = "(?m)^( *)#marker$";
    private static final String REPLACE = "(?m)^#replace$";
    private static final String NO_REPLACE = "(?m)^#replace\n";
    private static final List<String> REPLACING = List.of("entries", "product", "version", "command", "replace");
    private static final String NO_MARKER = "(?m)^ *#marker\n";

    private DeviceScripts() {}

    /**
     * Runs the script before, the installation, and the script after it; ends with the installation's own code.
     *
     * @param succeeded the codes after which it is installed
     * @param marker to write, null for none
     * @param replacing the product whose older version is uninstalled before, null for none
     */
    public static String install(
            String command,
            Collection<Integer> succeeded,
            @Nullable InstallMarker marker,
            @Nullable InstalledProduct replacing) {
        var script = ofCommand(command, succeeded, marker, "install", "Set-AppMarker -Path $marker -Version $version");
        return replacing == null
                ? script.replaceAll(NO_REPLACE, "")
                : script(ofOlder(replacing), REPLACING, null) + "\n"
                        + script.replaceAll(REPLACE, "Remove-OlderVersion");
    }

    private static Stream<String> ofOlder(InstalledProduct product) {
        return Stream.concat(
                values(product, null),
                Stream.of(
                        value("newVersion", PowerShellLiteral.of(product.version())),
                        value(
                                "technology",
                                PowerShellLiteral.of(product.technology().name().toLowerCase(Locale.ROOT)))));
    }

    /**
     * Uninstalls by a command, and removes the marker; ends with the command's own code.
     *
     * @param succeeded the codes after which it is uninstalled
     */
    public static String uninstall(String command, Collection<Integer> succeeded, InstallMarker marker) {
        return ofCommand(command, succeeded, marker, "uninstall-command", "Remove-AppMarker -Path $marker");
    }

    private static String ofCommand(
            String command,
            Collection<Integer> succeeded,
            @Nullable InstallMarker marker,
            String main,
            String withMarker) {
        var line = CommandLine.of(command);
        var values = Stream.of(
                value("file", PowerShellLiteral.of(line.file())),
                value("arguments", PowerShellLiteral.of(line.arguments())),
                value("succeeded", PowerShellLiteral.ofNumbers(succeeded)));
        var parts = marker == null ? List.of("program", "beside", main) : List.of("program", "beside", "marker", main);
        return script(Stream.concat(values, of(marker)), parts, marker == null ? null : withMarker);
    }

    /**
     * Finds the product among what Windows lists and uninstalls it silently, or says why it does not.
     *
     * @param marker to remove, null for none
     */
    public static String uninstall(InstalledProduct product, @Nullable InstallMarker marker) {
        var values = Stream.concat(
                values(product, product.key()),
                Stream.of(
                        value("keyAges", PowerShellLiteral.of(product.keyAges())),
                        value(
                                "technology",
                                PowerShellLiteral.of(product.technology().name().toLowerCase(Locale.ROOT)))));
        var parts = Stream.of("entries", "product", "command", "program", marker == null ? "" : "marker", "uninstall")
                .filter(part -> !part.isEmpty())
                .toList();
        var path =
                marker == null ? Stream.<String>of() : Stream.of(value("marker", PowerShellLiteral.of(marker.path())));
        return script(Stream.concat(values, path), parts, marker == null ? null : "Remove-AppMarker -Path $marker");
    }

    /** Writes something and ends with 0 where the product is listed in its version or a newer one. */
    public static String detect(InstalledProduct product) {
        return script(
                values(product, product.keyAges() ? null : product.key()),
                List.of("entries", "product", "version", "detect"),
                null);
    }

    /** Writes something and ends with 0 where the marker is there with its version or a newer one. */
    public static String detect(InstallMarker marker) {
        return script(of(marker), List.of("marker", "version", "detect-marker"), null);
    }

    private static Stream<String> values(InstalledProduct product, @Nullable String key) {
        return Stream.of(
                value("names", PowerShellLiteral.of(product.names())),
                value("publishers", PowerShellLiteral.of(product.publishers())),
                value("version", PowerShellLiteral.of(product.version())),
                value("keys", PowerShellLiteral.of(key == null ? List.of() : List.of(key))),
                value("scope", PowerShellLiteral.of(scope(product.scope()))),
                value("architectures", PowerShellLiteral.of(product.architectureWords())));
    }

    private static String scope(@Nullable InstallScope scope) {
        return scope == null ? "any" : scope.name().toLowerCase(Locale.ROOT);
    }

    private static Stream<String> of(@Nullable InstallMarker marker) {
        return marker == null
                ? Stream.of()
                : Stream.of(
                        value("marker", PowerShellLiteral.of(marker.path())),
                        value("version", PowerShellLiteral.of(marker.version())));
    }

    private static String value(String name, String literal) {
        return "$" + name + " = " + literal;
    }

    /**
     * The values and then the parts.
     *
     * @param withMarker what is done with the marker, null for nothing
     */
    private static String script(Stream<String> values, List<String> parts, @Nullable String withMarker) {
        var first = values.collect(Collectors.joining("\n", "$ErrorActionPreference = 'Stop'\n", "\n"));
        return Stream.concat(Stream.of(first), parts.stream().map(name -> part(name, withMarker)))
                .collect(Collectors.joining("\n"));
    }

    private static String part(String name, @Nullable String withMarker) {
        try {
            var text = new ClassPathResource("device/" + name + ".ps1").getContentAsString(StandardCharsets.US_ASCII);
            return withMarker == null
                    ? text.replaceAll(NO_MARKER, "")
                    : text.replaceAll(MARKER, "$1" + Matcher.quoteReplacement(withMarker));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
