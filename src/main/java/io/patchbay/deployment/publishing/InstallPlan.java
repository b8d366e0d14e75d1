package io.patchbay.deployment.publishing;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.microsoft.intune.DetectionRule;
import io.patchbay.microsoft.intune.PackedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return (Installers.windowsInstaller(installer) ? "msiexec /i \"{file}\" " : "\"{file}\" ") + switches;
    }

    /** The same for uninstalling. */
    public static String uninstall(Installer installer) {
        return Installers.windowsInstaller(installer) && installer.productCode() != null
                ? "msiexec /x {productCode} /quiet /norestart"
                : POWERSHELL + UNINSTALL_SCRIPT;
    }

    private String plainInstall() {
        return filled(spec.installCommand() == null ? install(installer) : spec.installCommand());
    }

    /** What Intune runs to install it. */
    String installCommand() {
        return wrapped() ? POWERSHELL + INSTALL_SCRIPT : plainInstall();
    }

    /** What Intune runs to uninstall it. */
    String uninstallCommand() {
        return filled(spec.uninstallCommand() == null ? uninstall(installer) : spec.uninstallCommand());
    }

    private boolean wrapped() {
        return spec.preScript() != null || spec.postScript() != null;
    }

    private String filled(String command) {
        return command.replace("{file}", installer.fileName())
                .replace("{version}", release.version())
                .replace("{productCode}", installer.productCode() == null ? "" : installer.productCode());
    }

    /** What goes into the content: the installer and the scripts that the commands name. */
    List<PackedFile> files(Path downloaded) {
        var files = new ArrayList<PackedFile>();
        files.add(new PackedFile.OnDisk(installer.fileName(), downloaded));
        if (uninstallCommand().contains(UNINSTALL_SCRIPT)) {
            files.add(script(UNINSTALL_SCRIPT, Scripts.uninstall(registryName(), installer.productCode())));
        }
        if (wrapped()) {
            files.add(script(INSTALL_SCRIPT, Scripts.install(plainInstall())));
            if (spec.preScript() != null) {
                files.add(script(Scripts.PRE, spec.preScript()));
            }
            if (spec.postScript() != null) {
                files.add(script(Scripts.POST, spec.postScript()));
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
        var custom = spec.detection();
        if (custom != null) {
            return List.of(
                    custom.script() != null
                            ? new DetectionRule.Script(custom.script())
                            : new DetectionRule.File(text(custom.folder()), text(custom.name())));
        }
        var code = installer.productCode();
        if (code == null) {
            return List.of(new DetectionRule.Script(Scripts.detect(registryName(), registryVersion())));
        }
        if (Installers.windowsInstaller(installer)) {
            return List.of(new DetectionRule.ProductCode(code));
        }
        var key = (forUser() ? "HKEY_CURRENT_USER\\" : "HKEY_LOCAL_MACHINE\\") + UNINSTALL_KEY + code;
        var view32 = installer.architecture() == Architecture.X86 && !forUser();
        return List.of(
                registryVersion().matches("\\d+(\\.\\d+){0,3}")
                        ? new DetectionRule.RegistryVersion(key, "DisplayVersion", registryVersion(), view32)
                        : new DetectionRule.RegistryKey(key, view32));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Whether it is installed for the signed-in user. */
    boolean forUser() {
        return (spec.scope() == null ? installer.scope() : spec.scope()) == InstallScope.USER;
    }
}
