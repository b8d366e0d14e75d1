package io.patchbay.deployment.model;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.microsoft.intune.ReturnCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the versions of a deployment are published.
 *
 * @param fixedVersion the one version that is published; null for the latest, always
 * @param ringDays for the latest: how many days a version must have been in the catalog before it is published
 * @param installCommand how it is installed; {@code {file}}, {@code {version}} and {@code {productCode}} stand for what they
 *     name; null for what its manifest says
 * @param uninstallCommand how it is uninstalled; null for what its manifest says
 * @param preScript PowerShell that runs before the installation, null for none
 * @param postScript PowerShell that runs after it, null for none
 * @param detection how it is detected; null for what its manifest says
 * @param scopeTags role scope tags, names by identifier
 * @param categories categories, names by identifier
 * @param retain how many old unassigned versions are kept
 */
public record DeploymentSpec(
        @Nullable String fixedVersion,
        int ringDays,
        Architecture architecture,
        @Nullable InstallScope scope,
        @Nullable String installCommand,
        @Nullable String uninstallCommand,
        @Nullable String preScript,
        @Nullable String postScript,
        @Nullable CustomDetection detection,
        List<ReturnCode> returnCodes,
        Map<String, String> scopeTags,
        Map<String, String> categories,
        int retain,
        List<Assignment> assignments) {

    /** The most old versions that can be kept. */
    public static final int RETAIN_AT_MOST = 10;

    /** The longest update ring, in days. */
    public static final int RING_AT_MOST = 90;

    /**
     * How an administrator has it detected: by a file, or by a script.
     *
     * @param folder for a file: where it is; null for a script
     * @param name for a file: what it is called; null for a script
     * @param script for a script: its text; null for a file
     */
    public record CustomDetection(
            @Nullable String folder,
            @Nullable String name,
            @Nullable String script) {}

    /** One with nothing but what the first step of the wizard asks. */
    public static DeploymentSpec of(
            @Nullable String fixedVersion, int ringDays, Architecture architecture, @Nullable InstallScope scope) {
        return new DeploymentSpec(
                fixedVersion,
                ringDays,
                architecture,
                scope,
                null,
                null,
                null,
                null,
                null,
                ReturnCode.USUAL,
                Map.of(),
                Map.of(),
                0,
                List.of());
    }

    /** The same with another version policy. */
    public DeploymentSpec with(
            @Nullable String version, int days, Architecture otherArchitecture, @Nullable InstallScope otherScope) {
        return copy(version, days, otherArchitecture, otherScope, retain, assignments);
    }

    /** The same for others. */
    public DeploymentSpec with(List<Assignment> others) {
        return copy(fixedVersion, ringDays, architecture, scope, retain, others);
    }

    /** Whether one and the same version is, in Intune, the same application of both, but for its assignments. */
    public boolean samePackage(DeploymentSpec other) {
        return copy(null, 0, architecture, scope, 0, List.of())
                .equals(other.copy(null, 0, other.architecture, other.scope, 0, List.of()));
    }

    private DeploymentSpec copy(
            @Nullable String version,
            int days,
            Architecture otherArchitecture,
            @Nullable InstallScope otherScope,
            int versions,
            List<Assignment> others) {
        return new DeploymentSpec(
                version,
                days,
                otherArchitecture,
                otherScope,
                installCommand,
                uninstallCommand,
                preScript,
                postScript,
                detection,
                returnCodes,
                scopeTags,
                categories,
                versions,
                others);
    }
}
