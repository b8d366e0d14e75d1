package io.patchbay.deployment.model;

import io.patchbay.microsoft.intune.AppAssignment;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom a deployment goes, with the names that people know.
 *
 * @param group null where it goes to all users or all devices
 * @param filter an assignment filter, null for none
 */
public record Assignment(
        Intent intent,
        Target target,
        @Nullable UUID group,
        @Nullable String groupName,
        @Nullable String filter,
        @Nullable String filterName,
        boolean filterExcludes) {

    /**
     * One that is in Intune.
     *
     * @param groupName what its group is called; null where it names none
     */
    public static Assignment of(AppAssignment there, @Nullable String groupName) {
        return new Assignment(
                there.intent(),
                there.target(),
                there.group(),
                groupName,
                there.filter(),
                there.filter(),
                there.filterExcludes());
    }

    public AppAssignment asGraph() {
        return new AppAssignment(intent, target, group, filter, filterExcludes);
    }
}
