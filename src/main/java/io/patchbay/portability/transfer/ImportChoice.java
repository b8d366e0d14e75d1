package io.patchbay.portability.transfer;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a file.
 *
 * @param pieces by their keys
 * @param groups which group of the tenant takes the place of a group of the file; null for none, so that it is left out
 * @param addresses where channels lead to, by the keys of the pieces
 */
public record ImportChoice(Set<String> pieces, Map<UUID, @Nullable UUID> groups, Map<String, String> addresses) {}
