package io.patchbay.group.role;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about access through security groups. */
public enum GroupEventKind implements EventKind {
    GROUP_ROLE_CREATED(EventDefinition.security(Category.GROUP_ROLE, Operation.CREATED, "group", "group ID", "role")),
    GROUP_ROLE_CHANGED(EventDefinition.security(
            Category.GROUP_ROLE, Operation.UPDATED, "group", "group ID", "role", "role before")),
    GROUP_ROLE_REMOVED(EventDefinition.security(Category.GROUP_ROLE, Operation.REMOVED, "group", "group ID", "role")),
    GROUP_DELETED(EventDefinition.security(Category.GROUP_ROLE, Operation.LOST, "group", "group ID", "role")),
    GROUP_ACCESS_GRANTED(EventDefinition.security(Category.ACCESS, Operation.APPROVED, "account", "role", "groups")),
    GROUP_ACCESS_ENDED(EventDefinition.security(Category.ACCESS, Operation.REMOVED, "account", "groups")),
    GROUP_ACCESS_REFUSED(EventDefinition.security(Category.ACCESS, Operation.REFUSED, "account", "reason"));

    private final EventDefinition definition;

    GroupEventKind(EventDefinition definition) {
        this.definition = definition;
    }

    @Override
    public EventDefinition definition() {
        return definition;
    }

    @Component
    static class All implements EventKinds {

        @Override
        public List<EventKind> kinds() {
            return List.of(values());
        }
    }
}
