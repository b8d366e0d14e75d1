package io.patchbay.catalog;

import io.patchbay.catalog.InstallerRules.Limit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether an installer can be published as a Win32 application that installs without asking. */
final class Deployability {

    private static final Set<InstallerType> INSTALLS = EnumSet.of(
            InstallerType.MSI,
            InstallerType.WIX,
            InstallerType.EXE,
            InstallerType.INNO,
            InstallerType.NULLSOFT,
            InstallerType.BURN);

    private static final Map<Limit, NotDeployable> LIMITS = Map.of(
            Limit.INTERACTIVE_ONLY, NotDeployable.INTERACTIVE_ONLY,
            Limit.DOWNLOAD_PROHIBITED, NotDeployable.DOWNLOAD_PROHIBITED,
            Limit.SIGN_IN_REQUIRED, NotDeployable.SIGN_IN_REQUIRED,
            Limit.CERTAIN_MARKETS, NotDeployable.CERTAIN_MARKETS);

    private Deployability() {}

    /** Why it cannot, empty where it can. */
    static Optional<NotDeployable> hindrance(Installer installer) {
        return ofAddress(installer)
                .or(() -> ofType(installer))
                .or(() -> ofLimits(installer))
                .or(() -> ofRights(installer))
                .or(() -> ofWindows(installer));
    }

    private static Optional<NotDeployable> ofAddress(Installer installer) {
        var url = installer.url();
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            return Optional.of(NotDeployable.ADDRESS);
        }
        return when(!"https".equalsIgnoreCase(url.getScheme()), NotDeployable.NOT_HTTPS);
    }

    private static Optional<NotDeployable> ofType(Installer installer) {
        var archive = installer.type() == InstallerType.ZIP;
        if (archive && installer.nested() == null) {
            return Optional.of(NotDeployable.NESTED_FILE);
        }
        if (!INSTALLS.contains(installer.technology())) {
            return Optional.of(archive ? NotDeployable.NESTED_TYPE : NotDeployable.TYPE);
        }
        return Optional.empty();
    }

    private static Optional<NotDeployable> ofLimits(Installer installer) {
        return List.of(Limit.values()).stream()
                .filter(installer.rules().limits()::contains)
                .map(LIMITS::get)
                .findFirst()
                .or(() -> when(
                        !installer.windowsInstaller() && installer.silentSwitches() == null, NotDeployable.NOT_SILENT));
    }

    /** Intune installs for the device as SYSTEM, which is elevated, and for a user with that user's rights. */
    private static Optional<NotDeployable> ofRights(Installer installer) {
        return switch (installer.rules().elevation()) {
            case ELEVATION_PROHIBITED ->
                when(installer.scope() == InstallScope.MACHINE, NotDeployable.ELEVATION_PROHIBITED);
            case ELEVATION_REQUIRED -> when(installer.scope() == InstallScope.USER, NotDeployable.ELEVATION_REQUIRED);
            case ELEVATES_SELF -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static Optional<NotDeployable> ofWindows(Installer installer) {
        return when(installer.minimumRelease().isEmpty(), NotDeployable.WINDOWS_TOO_NEW)
                .or(() -> when(installer.runsOn().isEmpty(), NotDeployable.NO_ARCHITECTURE));
    }

    private static Optional<NotDeployable> when(boolean so, NotDeployable reason) {
        return so ? Optional.of(reason) : Optional.empty();
    }
}
