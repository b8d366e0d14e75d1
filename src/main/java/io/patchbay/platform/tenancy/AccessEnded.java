package io.patchbay.platform.tenancy;

import java.util.Set;

/**
 * People who have no access to the current company any more, since that by which they had it ended; published in the
 * transaction that ends it.
 */
public record AccessEnded(Set<PersonId> people) {}
