package io.patchbay.group.role;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Groups end with the connection to their tenant: without it nobody says who is in them. They go last of all. */
@Component
@Order
class GroupTeardown implements ConnectionTeardown {

    private static final int NAMED_AT_MOST = 20;

    private final GroupRoles roles;
    private final MessageSourceAccessor messages;

    GroupTeardown(GroupRoles roles, MessageSourceAccessor messages) {
        this.roles = roles;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "group";
    }

    @Override
    public boolean appendsEvents() {
        return true;
    }

    @Override
    public List<TeardownItem> preview(EnvironmentId environment) {
        return roles.all().stream()
                .filter(group -> group.environment().equals(environment))
                .map(group -> new TeardownItem(group.id().toString(), name(group)))
                .toList();
    }

    private String name(GroupRole group) {
        var names = roles.signedInMembers(group);
        if (names.isEmpty()) {
            return messages.getMessage("teardown.group.unused", new Object[] {group.name(), group.label()});
        }
        var first = String.join(", ", names.subList(0, Math.min(NAMED_AT_MOST, names.size())));
        return messages.getMessage("teardown.group.members", new Object[] {
            group.name(), group.label(), first, Math.max(0, names.size() - NAMED_AT_MOST)
        });
    }

    @Override
    public Removal remove(EnvironmentId environment, TeardownItem piece) {
        roles.removeIfPresent(UUID.fromString(piece.reference()));
        return new Removal.Removed();
    }
}
