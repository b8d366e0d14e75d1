package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.microsoft.intune.IntuneApp;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application in Intune that bears Patchbay's mark and that no connection owns: an earlier one left it there.
 *
 * @param mark the version that its mark names
 * @param found what it is in Intune
 * @param catalogApp the application of the catalog that it is; null where the catalog has none of its name and publisher, or
 *     several
 * @param deployed whether that application is deployed in the environment already
 */
public record Leftover(
        UUID mark, IntuneApp.Described found, @Nullable AppId catalogApp, boolean deployed) {

    /** Its identifier in Intune. */
    public String id() {
        return found.app().id();
    }

    public String name() {
        return found.app().displayName();
    }

    public String version() {
        return found.version();
    }

    /** How many assignments it has. */
    public int assignments() {
        return found.app().assignments().size();
    }

    /** Whether it can be taken over as a deployment. */
    public boolean adoptable() {
        return catalogApp != null
                && !deployed
                && found.app().published()
                && !version().isEmpty();
    }

    /** Why it cannot be taken over: the key of the text. */
    public String obstacle() {
        if (catalogApp == null) {
            return "leftovers.unknown";
        }
        return deployed ? "leftovers.deployed" : "leftovers.unfinished";
    }

    /** X64 where an installer for it may also be for others, as 64-bit Windows runs it. */
    Architecture architecture() {
        var all = List.of(found.architectures().toLowerCase(Locale.ROOT).split(","));
        if (all.contains("x86")) {
            return Architecture.X86;
        }
        return all.contains("arm64") && !all.contains("x64") ? Architecture.ARM64 : Architecture.X64;
    }

    InstallScope scope() {
        return found.forUser() ? InstallScope.USER : InstallScope.MACHINE;
    }
}
