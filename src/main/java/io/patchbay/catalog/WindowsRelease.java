package io.patchbay.catalog;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release of Windows that Intune can require.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-apps-win32lobapp?view=graph-rest-beta">
 *     minimumSupportedWindowsRelease</a>
 */
public enum WindowsRelease {
    W10_1607("1607", "Windows 10 1607", 14_393),
    W10_1703("1703", "Windows 10 1703", 15_063),
    W10_1709("1709", "Windows 10 1709", 16_299),
    W10_1803("1803", "Windows 10 1803", 17_134),
    W10_1809("1809", "Windows 10 1809", 17_763),
    W10_1903("1903", "Windows 10 1903", 18_362),
    W10_1909("1909", "Windows 10 1909", 18_363),
    W10_2004("2004", "Windows 10 2004", 19_041),
    W10_20H2("20H2", "Windows 10 20H2", 19_042),
    W10_21H1("21H1", "Windows 10 21H1", 19_043),
    W10_21H2("Windows10_21H2", "Windows 10 21H2", 19_044),
    W10_22H2("Windows10_22H2", "Windows 10 22H2", 19_045),
    W11_21H2("Windows11_21H2", "Windows 11 21H2", 22_000),
    W11_22H2("Windows11_22H2", "Windows 11 22H2", 22_621),
    W11_23H2("Windows11_23H2", "Windows 11 23H2", 22_631),
    W11_24H2("Windows11_24H2", "Windows 11 24H2", 26_100);

    private static final int WINDOWS_10 = 10;

    private final String graphName;
    private final String label;
    private final int build;

    WindowsRelease(String graphName, String label, int build) {
        this.graphName = graphName;
        this.label = label;
        this.build = build;
    }

    /** The oldest release that is at least that version, such as {@code 10.0.19041.0}; empty where Intune knows none. */
    public static Optional<WindowsRelease> atLeast(@Nullable String version) {
        if (version == null) {
            return Optional.of(W10_1607);
        }
        var parts = version.strip().split("\\.", -1);
        int major = number(parts, 0);
        int least = major < WINDOWS_10 ? 0 : major == WINDOWS_10 && number(parts, 1) == 0 ? number(parts, 2) : -1;
        return least < 0
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(release -> release.build >= least)
                        .findFirst();
    }

    private static int number(String[] parts, int place) {
        return place < parts.length && parts[place].matches("\\d{1,9}") ? Integer.parseInt(parts[place]) : 0;
    }

    /** As Microsoft Graph calls it. */
    public String graphName() {
        return graphName;
    }

    /** As people call it. */
    public String label() {
        return label;
    }
}
