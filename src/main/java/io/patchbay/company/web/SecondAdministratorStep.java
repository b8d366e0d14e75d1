package io.patchbay.company.web;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.OverviewPart;
import io.patchbay.ui.OverviewPart.SetupStep;
import io.patchbay.ui.OverviewSource;
import java.util.List;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Asks on the overview of a new company for somebody who can let people in when the founder cannot. */
@Component
class SecondAdministratorStep implements OverviewSource {

    private final OneAdministratorBanner banner;
    private final MessageSourceAccessor messages;

    SecondAdministratorStep(OneAdministratorBanner banner, MessageSourceAccessor messages) {
        this.banner = banner;
        this.messages = messages;
    }

    @Override
    public List<OverviewPart> parts() {
        return Current.may(Capability.MANAGE_ACCESS)
                ? List.of(new SetupStep(
                        40,
                        messages.getMessage("overview.setup.administrator"),
                        messages.getMessage("overview.setup.administrator.text"),
                        banner.severalManageAccess(),
                        new BannerAction(messages.getMessage("nav.users"), "/settings/users")))
                : List.of();
    }
}
