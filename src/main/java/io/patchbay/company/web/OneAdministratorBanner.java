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

/** Asks for a second administrator while there is one only, and for a direct one while all come in through groups. */
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
        if (Current.companyIfAny().isEmpty() || !Current.may(Capability.MANAGE_ACCESS)) {
            return List.of();
        }
        return switch (people.managingAccess()) {
            case 0 -> List.of(banner(Banner.Severity.WARNING, "users.banner.none"));
            case 1 ->
                people.othersManageAccess() ? List.of() : List.of(banner(Banner.Severity.INFO, "users.banner.one"));
            default -> List.of();
        };
    }

    private Banner banner(Banner.Severity severity, String text) {
        return new Banner(
                severity,
                messages.getMessage(text),
                List.of(new BannerAction(messages.getMessage("users.banner.fix"), "/settings/users")));
    }
}
