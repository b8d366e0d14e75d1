package io.patchbay.deployment.management;

import io.patchbay.deployment.model.Assignment;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.graph.SecurityGroups;
import io.patchbay.microsoft.graph.SecurityGroups.GroupMemberPage;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How many people and devices assignments concern. Asks Microsoft, for each group once. */
@Service
public class AssignmentReach {

    private static final int GROUPS_AT_MOST = 10;

    private final Environments environments;
    private final SecurityGroups groups;

    AssignmentReach(Environments environments, SecurityGroups groups) {
        this.environments = environments;
        this.groups = groups;
    }

    /**
     * An assignment, and whom it concerns.
     *
     * @param people how many people are in the group, directly or through nested ones; null where that is not known
     * @param devices how many devices the tenant manages, for all devices; null where that is not known or not meant
     */
    public record ReachedAssignment(
            Assignment assignment,
            @Nullable Integer people,
            @Nullable Integer devices) {}

    /** The same assignments with what is known of whom they concern; of many groups only the first are counted. */
    public List<ReachedAssignment> of(EnvironmentId environment, List<Assignment> assignments) {
        EnvironmentView.ConnectionView connection =
                environments.get(environment).connection();
        if (connection == null) {
            return assignments.stream()
                    .map(one -> new ReachedAssignment(one, null, null))
                    .toList();
        }
        var people = people(connection.tenantId(), assignments);
        return assignments.stream()
                .map(one -> new ReachedAssignment(
                        one,
                        one.group() == null ? null : people.get(one.group()),
                        one.target() == Target.ALL_DEVICES ? connection.managedDevices() : null))
                .toList();
    }

    private Map<UUID, Integer> people(UUID tenant, List<Assignment> assignments) {
        var people = new HashMap<UUID, Integer>();
        assignments.stream()
                .flatMap(one -> Stream.ofNullable(one.group()))
                .distinct()
                .limit(GROUPS_AT_MOST)
                .forEach(group -> {
                    if (groups.people(tenant, group) instanceof Answered<GroupMemberPage>(var page)) {
                        people.put(group, page.count());
                    }
                });
        return people;
    }
}
