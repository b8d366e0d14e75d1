package io.patchbay.deployment.quick;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.deployment.assignment.AssignmentRow;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How several applications are to be deployed.
 *
 * @param architecture null for whatever fits most devices
 * @param scope null for the device before the user
 * @param language a BCP 47 tag; null for what the company prefers
 * @param retain how many old unassigned versions are kept
 * @param requires whether what they depend on is deployed too
 * @param assignments with groups and filters by name, since several tenants are meant
 */
public record QuickDefaults(
        SequencedSet<UUID> environments,
        @Nullable Architecture architecture,
        @Nullable InstallScope scope,
        @Nullable String language,
        int ringDays,
        int retain,
        boolean requires,
        List<AssignmentRow> assignments) {}
