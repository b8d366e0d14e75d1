package io.patchbay.group.role;

import io.patchbay.microsoft.graph.SecurityGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of a tenant to choose from.
 *
 * @param groups what was found
 * @param problem why it could not be asked for, in the reader's words
 */
public record GroupSearchResult(
        List<SecurityGroup> groups, @Nullable String problem) {}
