package io.patchbay.deployment.publishing;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.InstallerType;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.InstallerChoice;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of a release's installers can be published as a Win32 application, and which is taken. */
public final class InstallerSelection {

    private static final Set<InstallerType> WINDOWS_INSTALLER = EnumSet.of(InstallerType.MSI, InstallerType.WIX);
    private static final Set<InstallerType> DEPLOYABLE = EnumSet.of(
            InstallerType.MSI,
            InstallerType.WIX,
            InstallerType.EXE,
            InstallerType.INNO,
            InstallerType.NULLSOFT,
            InstallerType.BURN);

    private InstallerSelection() {}

    /** What there are installers for. */
    public static Set<InstallerChoice> choices(Release release) {
        var choices = new LinkedHashSet<InstallerChoice>();
        release.installers().stream()
                .filter(InstallerSelection::deployable)
                .sorted(Comparator.comparing(Installer::architecture))
                .forEach(one -> choices.add(new InstallerChoice(one.architecture(), one.scope())));
        return choices;
    }

    /** The installer that is chosen, one of Windows Installer if there are several. */
    public static Optional<Installer> of(Release release, InstallerChoice choice) {
        var scope = choice.scope();
        return release.installers().stream()
                .filter(InstallerSelection::deployable)
                .filter(one -> one.architecture() == choice.architecture())
                .filter(one -> scope == null || one.scope() == null || one.scope() == scope)
                .min(Comparator.comparing((Installer one) -> one.scope() != scope)
                        .thenComparing(one -> !windowsInstaller(one)));
    }

    static boolean windowsInstaller(Installer installer) {
        return WINDOWS_INSTALLER.contains(installer.type());
    }

    private static boolean deployable(Installer installer) {
        if (!DEPLOYABLE.contains(installer.type())) {
            return false;
        }
        return windowsInstaller(installer) || installer.silentSwitches() != null;
    }

    /** The architectures as Graph names them. */
    static List<String> graph(Architecture architecture) {
        return switch (architecture) {
            case X64 -> List.of("x64");
            case X86, NEUTRAL -> List.of("x86", "x64");
            case ARM64 -> List.of("arm64");
            case ARM -> List.of("arm");
        };
    }
}
