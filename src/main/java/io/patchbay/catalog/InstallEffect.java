package io.patchbay.catalog;

import io.patchbay.catalog.ExitCode.ExitMeaning;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Intune does on a device with an installer, with nothing left to be filled in.
 *
 * @param version the version it is told for
 * @param install what Intune runs to install it
 * @param installByScript what the script runs, where Intune runs one
 * @param uninstall what Intune runs to uninstall it
 * @param uninstallByScript what the script runs, where Intune runs one that runs a command
 * @param detection by what Intune sees that it is installed
 * @param forUser whether Intune runs it as the signed-in user, rather than as the device
 * @param exitCodes what the numbers mean with which it ends
 */
public record InstallEffect(
        String version,
        String install,
        @Nullable String installByScript,
        String uninstall,
        @Nullable String uninstallByScript,
        DetectedBy detection,
        boolean forUser,
        List<ExitCode> exitCodes) {

    /** What has to be so on a device, as in {@code deployments.detected.<kind>}, and the values that belong into that text. */
    public record DetectedBy(DetectedKind kind, List<String> values) {

        public DetectedBy(DetectedKind kind, String... values) {
            this(kind, List.of(values));
        }
    }

    /** What may have to be so. */
    public enum DetectedKind {
        PRODUCT_CODE,
        PRODUCT_CODE_ANY,
        KEY,
        KEY_ANY,
        LISTED,
        LISTED_ANY,
        MARKER,
        FILE,
        SCRIPT
    }

    /** The exit codes of each meaning, in the order of their numbers. */
    public Map<ExitMeaning, String> codes() {
        return exitCodes.stream()
                .sorted((one, other) -> Integer.compare(one.code(), other.code()))
                .collect(Collectors.groupingBy(
                        ExitCode::meaning,
                        TreeMap::new,
                        Collectors.mapping(one -> String.valueOf(one.code()), Collectors.joining(", "))));
    }
}
