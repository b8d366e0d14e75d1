package io.patchbay.simulator.entra;

import io.patchbay.simulator.directory.Permission;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an app-only token will say.
 *
 * @param servicePrincipal null while a fresh consent has not got around: the token then has no {@code oid}
 */
record ApplicationGrant(UUID tenant, @Nullable UUID servicePrincipal, Set<Permission> permissions) {}
