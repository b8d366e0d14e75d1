package io.patchbay.group.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.group.role.GroupView;
import java.util.List;

/**
 * A line of the list.
 *
 * @param tenantName the tenant's name where there is more than one, otherwise empty
 */
public record GroupRow(GroupView group, String tenantName) {

    static List<GroupRow> all(List<GroupView> groups, List<EnvironmentView> environments) {
        var several = environments.stream().filter(EnvironmentView::connected).count() > 1;
        return groups.stream()
                .map(group -> new GroupRow(group, several ? tenantName(group, environments) : ""))
                .toList();
    }

    private static String tenantName(GroupView group, List<EnvironmentView> environments) {
        return environments.stream()
                .filter(environment -> environment.id().equals(group.environment()))
                .map(EnvironmentView::connection)
                .map(connection -> connection == null ? "" : connection.tenantName())
                .findFirst()
                .orElse("");
    }
}
