package io.patchbay.environment.disconnect;

import io.patchbay.environment.ConnectionTeardown.AffectedPeople;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a disconnect would take away.
 *
 * @param tenantName the tenant, by name
 * @param primaryDomain its primary domain, which has to be typed where applications would be lost
 * @param access whether what is in the tenant can be removed there now
 * @param kinds what of each kind, in the order of removal
 * @param people who loses and who keeps access to the company
 */
public record DisconnectPreview(
        String tenantName,
        String primaryDomain,
        TenantAccess access,
        List<TeardownGroup> kinds,
        AffectedPeople people) {

    /** Whether Patchbay can remove anything in the tenant, as Microsoft says just now. */
    public enum TenantAccess {
        AVAILABLE,
        /** The tenant gives no access any more, or not the one that removing applications needs. */
        LOST,
        /** Microsoft does not answer, or does not know Patchbay at the moment. */
        UNREACHABLE
    }

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

    /** Whether the applications can be deleted from Intune, now or soon. */
    public boolean deletable() {
        return access != TenantAccess.LOST;
    }

    /** The primary domain as a regular expression of HTML, whatever the case. */
    public String domainPattern() {
        return primaryDomain
                .chars()
                .mapToObj(letter -> eitherCase((char) letter))
                .collect(Collectors.joining("", "\\s*", "\\s*"));
    }

    private static String eitherCase(char letter) {
        if (Character.isLetter(letter)) {
            return "[" + Character.toLowerCase(letter) + Character.toUpperCase(letter) + "]";
        }
        return Character.isDigit(letter) || letter == '-' ? String.valueOf(letter) : "\\" + letter;
    }

    /** How many pieces there are. */
    public int count() {
        return kinds.stream().mapToInt(kind -> kind.names().size()).sum();
    }
}
