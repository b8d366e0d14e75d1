package io.patchbay.company.web;

import io.patchbay.company.People;
import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.web.Banner;
import io.patchbay.web.BannerAction;
import io.patchbay.web.BannerSource;
import java.util.List;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Asks for a second administrator while there is one only: whoever loses that account loses the company. */
@Component
class OneAdministratorBanner implements BannerSource {

    private final People people;
    private final MessageSourceAccessor messages;

    OneAdministratorBanner(People people, MessageSourceAccessor messages) {
        this.people = people;
        this.messages = messages;
    }

    @Override
    public List<Banner> banners() {
        if (Current.companyIfAny().isEmpty()
                || !Current.may(Capability.MANAGE_ACCESS)
                || people.managingAccess() != 1) {
            return List.of();
        }
        return List.of(new Banner(
                Banner.Severity.INFO,
                messages.getMessage("users.banner.one"),
                List.of(new BannerAction(messages.getMessage("users.banner.fix"), "/settings/users"))));
    }
}
