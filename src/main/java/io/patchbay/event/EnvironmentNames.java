package io.patchbay.event;

import java.util.Map;
import java.util.UUID;

/** Knows what the environments of the current company are called; the module that owns them implements it. */
public interface EnvironmentNames {

    /** The names by identifier, in the order in which people should choose among them. */
    Map<UUID, String> names();

    /** What the tenants that are connected to them are called, by tenant ID. */
    Map<UUID, String> tenants();
}
