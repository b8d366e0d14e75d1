package io.patchbay.monitoring.web;

import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OperatorNavigation implements NavigationSource {

    private static final int PLACE = 40;

    @Override
    public List<NavigationEntry> entries() {
        return Current.is(StaffRole.OPERATOR)
                ? List.of(new NavigationEntry("operator", "nav.operator", "/operator", "tools", Section.STAFF, PLACE))
                : List.of();
    }
}
