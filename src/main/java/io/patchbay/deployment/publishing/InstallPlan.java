package io.patchbay.deployment.publishing;

import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.InstallerRules.UpgradeBehavior;
import io.patchbay.catalog.Release;
import io.patchbay.catalog.WindowsRelease;
import io.patchbay.deployment.device.DetectionRules;
import io.patchbay.deployment.device.DeviceScripts;
import io.patchbay.deployment.device.InstallMarker;
import io.patchbay.deployment.device.InstalledProduct;
import io.patchbay.deployment.device.SelfUpdatingApps;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.Detection;
import io.patchbay.deployment.model.InstallCommands;
import io.patchbay.microsoft.intune.DetectionRule;
import io.patchbay.microsoft.intune.PackedFile;
import io.patchbay.microsoft.intune.ReturnCode;
import io.patchbay.microsoft.intune.ReturnCode.Meaning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How one installer is installed, uninstalled and detected, by its manifest and by what the administrator wanted otherwise. */
public record InstallPlan(Release release, Installer installer, DeploymentSpec spec) {

    static final String UNINSTALL_SCRIPT = "patchbay-uninstall.ps1";
    static final String INSTALL_SCRIPT = "patchbay-install.ps1";

    private static final String POWERSHELL =
            "%SystemRoot%\\sysnative\\WindowsPowerShell\\v1.0\\powershell.exe -NoProfile -ExecutionPolicy Bypass -File ";
    private static final Set<Integer> UNINSTALLED = new TreeSet<>(List.of(0, 1605, 1614, 1641, 3010));
    private static final Set<Meaning> SUCCESSES = EnumSet.of(Meaning.SUCCESS, Meaning.SOFT_REBOOT, Meaning.HARD_REBOOT);

    /** The command that the manifest leads to, with its placeholders. */
    public static String install(Installer installer) {
        var switches = installer.silentSwitches() == null ? "/quiet /norestart" : installer.silentSwitches();
        return (installer.windowsInstaller() ? "msiexec /i \"{file}\" " : "\"{file}\" ") + switches;
    }

    /** The command that uninstalls it unless the administrator wants another one, with its placeholders. */
    public String usualUninstall() {
        return product().byProductCode() && marker() == null
                ? "msiexec /X{productCode} /qn /norestart"
                : POWERSHELL + UNINSTALL_SCRIPT;
    }

    /** The command that installs it, filled in, whether Intune or a script runs it. */
    public String plainInstall() {
        return filled(Objects.requireNonNullElseGet(commands().install(), () -> install(installer)));
    }

    /** What Intune runs to install it. */
    public String installCommand() {
        return installsByScript() ? POWERSHELL + INSTALL_SCRIPT : plainInstall();
    }

    /** Whether a script installs it, which then holds the command. */
    public boolean installsByScript() {
        return commands().scripted() || marker() != null || older() != null;
    }

    /** The product whose older version goes first; null where none has to, or versions can't be compared. */
    private @Nullable InstalledProduct older() {
        return installer.rules().upgrade() == UpgradeBehavior.UNINSTALL_PREVIOUS
                        && !product().version().isEmpty()
                ? product()
                : null;
    }

    /** The command that uninstalls it, filled in, whether Intune or a script runs it. */
    public String plainUninstall() {
        return filled(Objects.requireNonNullElseGet(commands().uninstall(), this::usualUninstall));
    }

    /** What Intune runs to uninstall it. */
    public String uninstallCommand() {
        return marker() == null ? plainUninstall() : POWERSHELL + UNINSTALL_SCRIPT;
    }

    private InstallCommands commands() {
        return spec.commands();
    }

    private String filled(String command) {
        return command.replace("{file}", installer.setupFile())
                .replace("{version}", release.version())
                .replace("{productCode}", installer.productCode() == null ? "" : installer.productCode());
    }

    /** What goes into the content: the installer, alone or with all that is in its archive, and the scripts. */
    List<PackedFile> files(List<PackedFile> installers) {
        var files = new ArrayList<PackedFile>(scripts());
        var names = files.stream().map(PackedFile::name).collect(Collectors.toSet());
        files.addAll(
                0,
                installers.stream()
                        .filter(one -> !names.contains(one.name().toLowerCase(Locale.ROOT)))
                        .toList());
        return files;
    }

    private List<PackedFile> scripts() {
        var files = new ArrayList<PackedFile>();
        if (uninstallCommand().contains(UNINSTALL_SCRIPT)) {
            files.add(script(UNINSTALL_SCRIPT, uninstallScript()));
        }
        if (installCommand().contains(INSTALL_SCRIPT)) {
            files.add(script(INSTALL_SCRIPT, DeviceScripts.install(plainInstall(), succeeded(), marker(), older())));
        }
        if (commands().preScript() != null) {
            files.add(script(DeviceScripts.PRE, commands().preScript()));
        }
        if (commands().postScript() != null) {
            files.add(script(DeviceScripts.POST, commands().postScript()));
        }
        return files;
    }

    private String uninstallScript() {
        var marker = marker();
        return marker == null || plainUninstall().contains(UNINSTALL_SCRIPT)
                ? DeviceScripts.uninstall(product(), marker)
                : DeviceScripts.uninstall(plainUninstall(), UNINSTALLED, marker);
    }

    /** The codes after which it is installed. */
    private Set<Integer> succeeded() {
        return returnCodes().stream()
                .filter(code -> SUCCESSES.contains(code.meaning()))
                .map(ReturnCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** With a byte order mark, without which Windows PowerShell 5.1 does not take it for UTF-8. */
    private static PackedFile script(String name, String text) {
        return new PackedFile.InMemory(name, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    }

    /** By what it is recognized once it is installed. */
    public InstalledProduct product() {
        return InstalledProduct.of(release, installer, scope(), updatesItself());
    }

    private boolean updatesItself() {
        return spec.detection() instanceof Detection.Automatic(var chosen) && chosen != null
                ? chosen
                : SelfUpdatingApps.contains(release.app());
    }

    /** The marker by which it is detected; null where it is not. */
    public @Nullable InstallMarker marker() {
        return spec.detection() instanceof Detection.ByMarker
                ? InstallMarker.of(release.app(), release.version(), forUser())
                : null;
    }

    /** How Intune finds out whether it is there. */
    public List<DetectionRule> detection() {
        return switch (spec.detection()) {
            case Detection.ByScript(var script) -> List.of(new DetectionRule.Script(script));
            case Detection.ByFile(var folder, var name) -> List.of(new DetectionRule.File(folder, name));
            case Detection.Automatic automatic -> DetectionRules.of(product());
            case Detection.ByMarker byMarker ->
                DetectionRules.of(InstallMarker.of(release.app(), release.version(), forUser()));
        };
    }

    /** What exit codes mean. */
    public List<ReturnCode> returnCodes() {
        return spec.returnCodes().isEmpty() ? ReturnCodes.of(installer) : spec.returnCodes();
    }

    /** The oldest release of Windows that it is offered to, as Graph names it. */
    String minimumWindows() {
        return installer.minimumRelease().orElse(WindowsRelease.W10_1607).graphName();
    }

    /** Whether it is installed for the signed-in user. */
    public boolean forUser() {
        return scope() == InstallScope.USER;
    }

    private @Nullable InstallScope scope() {
        return spec.scope() == null ? installer.scope() : spec.scope();
    }
}
