package io.patchbay.deployment.model;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.microsoft.intune.AppAssignment;
import io.patchbay.microsoft.intune.ReturnCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the versions of a deployment are published.
 *
 * @param choice which versions are published
 * @param installer which of their installers
 * @param commands how they are installed and uninstalled
 * @param detection how they are detected
 * @param returnCodes what exit codes mean, as an administrator wants it; empty for what the manifest says
 * @param scopeTags role scope tags, names by identifier
 * @param categories categories, names by identifier
 * @param retain how many old unassigned versions are kept
 * @param assignments to whom they go
 * @param rollout how they follow each other in Intune
 */
public record DeploymentSpec(
        VersionChoice choice,
        InstallerChoice installer,
        InstallCommands commands,
        Detection detection,
        List<ReturnCode> returnCodes,
        Map<String, String> scopeTags,
        Map<String, String> categories,
        int retain,
        List<Assignment> assignments,
        Rollout rollout) {

    /**
     * How versions follow each other in Intune.
     *
     * @param supersede whether a version supersedes those before it where people install it themselves, and updates theirs
     * @param allowUninstall whether people can uninstall what they installed themselves
     * @param justification why it is published, for those who approve it where the tenant wants that (Multi Admin Approval);
     *     null for the usual words
     * @param requires other applications of the catalog that are deployed too and that Intune installs before it; names by
     *     identifier
     */
    public record Rollout(
            boolean supersede,
            boolean allowUninstall,
            @Nullable String justification,
            Map<String, String> requires) {

        /** What is proposed. */
        public static final Rollout USUAL = new Rollout(true, true, null, Map.of());

        /** Older data requires nothing. */
        @SuppressWarnings("ConstantValue")
        public Rollout {
            requires = requires == null ? Map.of() : requires;
        }

        /** The same that requires these. */
        public Rollout requiring(Map<String, String> others) {
            return new Rollout(supersede, allowUninstall, justification, others);
        }

        private Rollout packageOnly() {
            return new Rollout(true, allowUninstall, null, Map.of());
        }

        private boolean sameRelations(Rollout other) {
            return supersede == other.supersede && requires.keySet().equals(other.requires.keySet());
        }
    }

    /** The most old versions that can be kept. */
    public static final int RETAIN_AT_MOST = 10;

    private static final VersionChoice ANY = new VersionChoice.Latest(0);

    /**
     * What older data lacks is as usual. Older data names the usual return codes where nobody chose any; codes that somebody
     * chose are in the order of their numbers, in which the usual ones are not.
     */
    @SuppressWarnings("ConstantValue")
    public DeploymentSpec {
        rollout = rollout == null ? Rollout.USUAL : rollout;
        returnCodes = ReturnCode.USUAL.equals(returnCodes) ? List.of() : returnCodes;
    }

    /** One with nothing but what the first step of the wizard asks. */
    public static DeploymentSpec of(VersionChoice choice, InstallerChoice installer) {
        return new DeploymentSpec(
                choice,
                installer,
                InstallCommands.OF_MANIFEST,
                Detection.OF_MANIFEST,
                List.of(),
                Map.of(),
                Map.of(),
                0,
                List.of(),
                Rollout.USUAL);
    }

    /** The same for other versions and another installer. */
    public DeploymentSpec with(VersionChoice otherChoice, InstallerChoice otherInstaller) {
        return copy(otherChoice, otherInstaller, retain, assignments, rollout);
    }

    /** The same for others. */
    public DeploymentSpec with(List<Assignment> others) {
        return copy(choice, installer, retain, others, rollout);
    }

    /** The same that is installed and detected so. */
    public DeploymentSpec with(InstallCommands otherCommands, Detection otherDetection) {
        return new DeploymentSpec(
                choice,
                installer,
                otherCommands,
                otherDetection,
                returnCodes,
                scopeTags,
                categories,
                retain,
                assignments,
                rollout);
    }

    /** The same that keeps so many old versions. */
    public DeploymentSpec retaining(int versions) {
        return copy(choice, installer, versions, assignments, rollout);
    }

    /** The same whose versions follow each other so. */
    public DeploymentSpec with(Rollout other) {
        return copy(choice, installer, retain, assignments, other);
    }

    /** Whether nobody and no device gets it: no assignment includes anyone. */
    public boolean toNobody() {
        return assignments.stream().allMatch(one -> one.target() == AppAssignment.Target.EXCLUDED_GROUP);
    }

    /** Whether one and the same version is, in Intune, the same application of both, but for its assignments. */
    public boolean samePackage(DeploymentSpec other) {
        return packageOnly().equals(other.packageOnly());
    }

    /** Whether both go to the same, require the same, and follow what they had before in the same way. */
    public boolean sameReach(DeploymentSpec other) {
        return assignments.equals(other.assignments) && rollout.sameRelations(other.rollout);
    }

    private DeploymentSpec packageOnly() {
        return copy(ANY, installer, 0, List.of(), rollout.packageOnly());
    }

    /**
     * Whether one and the same version has, in Intune, the same content of both: the same installer and scripts.
     *
     * @param byScript whether a script installs it whatever they say
     */
    public boolean sameContent(DeploymentSpec other, boolean byScript) {
        return installer.equals(other.installer)
                && commands.sameFiles(other.commands)
                && Objects.equals(detection.inScripts(), other.detection.inScripts())
                && (!byScript && !installsByScript() || sameInstallScript(other));
    }

    private boolean installsByScript() {
        return commands.scripted() || detection instanceof Detection.ByMarker;
    }

    /** An install script holds the command and the codes after which it is installed; with a marker, uninstalling has one too. */
    private boolean sameInstallScript(DeploymentSpec other) {
        return returnCodes.equals(other.returnCodes)
                && Objects.equals(commands.install(), other.commands.install())
                && (!(detection instanceof Detection.ByMarker)
                        || Objects.equals(commands.uninstall(), other.commands.uninstall()));
    }

    private DeploymentSpec copy(
            VersionChoice otherChoice,
            InstallerChoice otherInstaller,
            int versions,
            List<Assignment> others,
            Rollout other) {
        return new DeploymentSpec(
                otherChoice,
                otherInstaller,
                commands,
                detection,
                returnCodes,
                scopeTags,
                categories,
                versions,
                others,
                other);
    }

    /** The one version that is published; null where it is the latest. */
    public @Nullable String fixedVersion() {
        return choice instanceof VersionChoice.Fixed(var version) ? version : null;
    }

    /** The update ring in days; 0 for a fixed version, which has none. */
    public int ringDays() {
        return choice instanceof VersionChoice.Latest(var days) ? days : 0;
    }

    public Architecture architecture() {
        return installer.architecture();
    }

    /** Null where the installer decides itself. */
    public @Nullable InstallScope scope() {
        return installer.scope();
    }

    /** As {@link InstallerChoice#language()}. */
    public @Nullable String language() {
        return installer.language();
    }
}
