package io.patchbay.environment.disconnect;

import java.util.List;

/**
 * What a disconnect would take away.
 *
 * @param tenantName the tenant, by name
 * @param primaryDomain its primary domain, which has to be typed where applications would be lost
 * @param kinds what of each kind, in the order of removal
 */
public record DisconnectPreview(String tenantName, String primaryDomain, List<TeardownGroup> kinds) {

    /**
     * The pieces of one kind, by name.
     *
     * @param inTenant whether they are in the tenant too
     */
    public record TeardownGroup(String kind, boolean inTenant, List<String> names) {}

    /** Whether so much would be lost that the tenant's primary domain has to be typed. */
    public boolean weighty() {
        return kinds.stream().anyMatch(kind -> kind.inTenant() && !kind.names().isEmpty());
    }

    /** The primary domain as a regular expression of HTML. */
    public String domainPattern() {
        return "\\s*" + primaryDomain.replace(".", "\\.").replace("-", "\\-") + "\\s*";
    }

    /** How many pieces there are. */
    public int count() {
        return kinds.stream().mapToInt(kind -> kind.names().size()).sum();
    }
}
