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

    @Override
    public AffectedPeople people(EnvironmentId environment) {
        return roles.affected(environment);
    }

    private String name(GroupRole group) {
        return messages.getMessage("teardown.group.named", new Object[] {group.name(), group.label()});
    }

    @Override
    public Removal remove(EnvironmentId environment, TeardownItem piece) {
        roles.removeIfPresent(UUID.fromString(piece.reference()));
        return new Removal.Removed();
    }
}
