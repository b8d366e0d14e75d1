package io.patchbay.group.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Tab;
import io.patchbay.ui.TabSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Settings | Users | Entra ID Groups, which is there only while Intune is connected. */
@Component
class GroupsTab implements TabSource {

    private final Environments environments;

    GroupsTab(Environments environments) {
        this.environments = environments;
    }

    @Override
    public String page() {
        return "users";
    }

    @Override
    public List<Tab> tabs() {
        return Current.may(Capability.VIEW_USERS) && environments.all().stream().anyMatch(EnvironmentView::connected)
                ? List.of(new Tab("groups", "groups.title", "/settings/users/groups"))
                : List.of();
    }
}
