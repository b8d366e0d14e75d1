package io.patchbay.microsoft.graph;

import io.patchbay.microsoft.identity.DirectoryText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as it describes itself.
 *
 * @param id the tenant ID
 * @param displayName the organization's name
 * @param verifiedDomains its domains
 */
public record Organization(UUID id, String displayName, List<VerifiedDomain> verifiedDomains) {

    public Organization {
        displayName = DirectoryText.plain(displayName);
    }

    /**
     * A domain of the tenant.
     *
     * @param name the domain
     * @param isDefault whether new accounts get it: the primary domain
     * @param isInitial whether it is the {@code onmicrosoft.com} one
     */
    public record VerifiedDomain(
            String name,
            @Nullable Boolean isDefault,
            @Nullable Boolean isInitial) {}

    /** The domain that people know the tenant by: the default one, or the first. */
    public String primaryDomain() {
        return verifiedDomains.stream()
                .filter(domain -> Boolean.TRUE.equals(domain.isDefault()))
                .findFirst()
                .or(() -> verifiedDomains.stream().findFirst())
                .map(VerifiedDomain::name)
                .orElse("");
    }
}
