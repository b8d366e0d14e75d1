package io.patchbay.simulator.entra;

import io.patchbay.simulator.directory.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The first segment of a path: whose sign-in this is.
 *
 * @param name {@code organizations}, {@code common}, or the tenant's id
 * @param tenant the tenant, when it is one
 */
record Authority(String name, @Nullable Tenant tenant) {
    boolean isCommon() {
        return "common".equals(name);
    }

    boolean isConcrete() {
        return tenant != null;
    }
}
