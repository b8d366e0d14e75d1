package io.patchbay.deployment.publishing;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.Release;
import io.patchbay.catalog.WindowsRelease;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.Detection;
import io.patchbay.deployment.model.InstallCommands;
import io.patchbay.microsoft.intune.DetectionRule;
import io.patchbay.microsoft.intune.PackedFile;
import io.patchbay.microsoft.intune.ReturnCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** How one installer is installed, uninstalled and detected, by its manifest and by what the administrator wanted otherwise. */
public record InstallPlan(Release release, Installer installer, DeploymentSpec spec) {

    static final String UNINSTALL_SCRIPT = "patchbay-uninstall.ps1";
    static final String INSTALL_SCRIPT = "patchbay-install.ps1";

    private static final String POWERSHELL =
            "%SystemRoot%\\sysnative\\WindowsPowerShell\\v1.0\\powershell.exe -NoProfile -ExecutionPolicy Bypass -File ";
    private static final String UNINSTALL_KEY = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\";

    /** The command that the manifest leads to, with its placeholders. */
    public static String install(Installer installer) {
        var switches = installer.silentSwitches() == null ? "/quiet /norestart" : installer.silentSwitches();
        return (installer.windowsInstaller() ? "msiexec /i \"{file}\" " : "\"{file}\" ") + switches;
    }

    /** The same for uninstalling. */
    public static String uninstall(Installer installer) {
        return installer.windowsInstaller() && installer.productCode() != null
                ? "msiexec /x {productCode} /quiet /norestart"
                : POWERSHELL + UNINSTALL_SCRIPT;
    }

    private String plainInstall() {
        return filled(Objects.requireNonNullElseGet(commands().install(), () -> install(installer)));
    }

    /** What Intune runs to install it. */
    String installCommand() {
        return commands().scripted() ? POWERSHELL + INSTALL_SCRIPT : plainInstall();
    }

    /** What Intune runs to uninstall it. */
    String uninstallCommand() {
        return filled(Objects.requireNonNullElseGet(commands().uninstall(), () -> uninstall(installer)));
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
            files.add(script(UNINSTALL_SCRIPT, Scripts.uninstall(registryName(), installer.productCode())));
        }
        if (commands().scripted()) {
            files.add(script(INSTALL_SCRIPT, Scripts.install(plainInstall())));
            if (commands().preScript() != null) {
                files.add(script(Scripts.PRE, commands().preScript()));
            }
            if (commands().postScript() != null) {
                files.add(script(Scripts.POST, commands().postScript()));
            }
        }
        return files;
    }

    /** With a byte order mark, without which Windows PowerShell 5.1 does not take it for UTF-8. */
    private static PackedFile script(String name, String text) {
        return new PackedFile.InMemory(name, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    }

    private String registryName() {
        return installer.displayName() == null ? release.name() : installer.displayName();
    }

    private String registryVersion() {
        return installer.displayVersion() == null ? release.version() : installer.displayVersion();
    }

    /** How Intune finds out whether it is there. */
    List<DetectionRule> detection() {
        return switch (spec.detection()) {
            case Detection.ByScript(var script) -> List.of(new DetectionRule.Script(script));
            case Detection.ByFile(var folder, var name) -> List.of(new DetectionRule.File(folder, name));
            case Detection.Automatic automatic -> List.of(ofManifest());
        };
    }

    private DetectionRule ofManifest() {
        var code = installer.productCode();
        if (code == null) {
            return new DetectionRule.Script(Scripts.detect(registryName(), registryVersion()));
        }
        if (installer.windowsInstaller()) {
            return new DetectionRule.ProductCode(code);
        }
        var key = (forUser() ? "HKEY_CURRENT_USER\\" : "HKEY_LOCAL_MACHINE\\") + UNINSTALL_KEY + code;
        var view32 = installer.architecture() == Architecture.X86 && !forUser();
        return registryVersion().matches("\\d+(\\.\\d+){0,3}")
                ? new DetectionRule.RegistryVersion(key, "DisplayVersion", registryVersion(), view32)
                : new DetectionRule.RegistryKey(key, view32);
    }

    /** What exit codes mean. */
    List<ReturnCode> returnCodes() {
        return spec.returnCodes().isEmpty() ? ReturnCodes.of(installer) : spec.returnCodes();
    }

    /** The oldest release of Windows that it is offered to, as Graph names it. */
    String minimumWindows() {
        return installer.minimumRelease().orElse(WindowsRelease.W10_1607).graphName();
    }

    /** Whether it is installed for the signed-in user. */
    boolean forUser() {
        return (spec.scope() == null ? installer.scope() : spec.scope()) == InstallScope.USER;
    }
}
