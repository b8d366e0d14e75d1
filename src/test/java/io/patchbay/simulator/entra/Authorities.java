package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Directory;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the authority that a path names. */
@SimulatorComponent
final class Authorities {
    private static final Pattern TENANT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private final Directory directory;

    Authorities(Directory directory) {
        this.directory = directory;
    }

    /** The authority; an {@link EntraException} 900023 when it is malformed, 90002 when there is no such tenant. */
    Authority resolve(String segment) {
        String name = segment.toLowerCase(Locale.ROOT);
        if (name.equals("organizations") || name.equals("common")) {
            return new Authority(name, null);
        }
        if (!TENANT.matcher(name).matches()) {
            throw EntraErrors.malformedTenant(segment).exception();
        }
        return directory
                .tenant(name)
                .map(tenant -> new Authority(tenant.id().toString(), tenant))
                .orElseThrow(() -> EntraErrors.unknownTenant(segment).exception());
    }

    /** The same for code that must not throw. */
    Optional<Authority> find(String segment) {
        try {
            return Optional.of(resolve(segment));
        } catch (EntraException unknown) {
            return Optional.empty();
        }
    }
}
