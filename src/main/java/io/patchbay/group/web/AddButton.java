package io.patchbay.group.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.group.role.GroupView;
import io.patchbay.group.role.Groups;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Add Group.
 *
 * @param shown whether anything is connected
 * @param whyNot why no group can be added now, where a connection is the reason
 * @param full whether there are as many as there may be
 */
public record AddButton(boolean shown, @Nullable String whyNot, boolean full) {

    static AddButton of(List<EnvironmentView> all, List<GroupView> groups, Map<EnvironmentId, String> off) {
        var connected = all.stream()
                .filter(EnvironmentView::connected)
                .map(EnvironmentView::id)
                .toList();
        var on = connected.stream().filter(id -> !off.containsKey(id)).toList();
        var room = on.stream().anyMatch(id -> room(id, groups));
        return new AddButton(
                !connected.isEmpty(),
                on.isEmpty()
                        ? connected.stream()
                                .map(off::get)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)
                        : null,
                !on.isEmpty() && !room);
    }

    private static boolean room(EnvironmentId environment, List<GroupView> groups) {
        return groups.stream()
                        .filter(group -> group.environment().equals(environment))
                        .count()
                < Groups.AT_MOST;
    }

    /** Whether it can be pressed. */
    public boolean enabled() {
        return shown && whyNot == null && !full;
    }
}
