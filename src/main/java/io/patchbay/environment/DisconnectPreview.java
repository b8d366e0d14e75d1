package io.patchbay.environment;

import java.util.List;

/**
 * What a disconnect would take away.
 *
 * @param tenantName the tenant, by name
 * @param kinds what of each kind, in the order of removal
 */
public record DisconnectPreview(String tenantName, List<Kind> kinds) {

    /** The pieces of one kind, by name. */
    public record Kind(String kind, List<String> names) {}

    /** How many pieces there are. */
    public int count() {
        return kinds.stream().mapToInt(kind -> kind.names().size()).sum();
    }
}
