package io.patchbay.company.web;

import io.patchbay.company.Members;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Banner;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.BannerSource;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Asks for a second administrator while there is one only, and for a direct one while all come in through groups. Whoever
 * puts the former away is asked again next month.
 */
@Component
class OneAdministratorBanner implements BannerSource, PageFact {

    private final PageFacts facts;
    private final Members members;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    OneAdministratorBanner(@Lazy PageFacts facts, Members members, MessageSourceAccessor messages, Clock clock) {
        this.facts = facts;
        this.members = members;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "direct_administrators";
    }

    @Override
    public String sql() {
        return "select count(*) from member where company_id = :company and access_management";
    }

    @Override
    public List<Banner> banners() {
        if (Current.companyIfAny().isEmpty() || !Current.may(Capability.MANAGE_ACCESS)) {
            return List.of();
        }
        return switch (direct()) {
            case 0 ->
                List.of(Banner.staying(
                        "people:no-direct-administrator",
                        Banner.Severity.WARNING,
                        messages.getMessage("users.banner.none"),
                        fix()));
            case 1 -> members.othersManageAccess() ? List.of() : List.of(one());
            default -> List.of();
        };
    }

    private int direct() {
        return facts.answer(this).map(Integer::valueOf).orElse(0);
    }

    /** Whether there is somebody left who manages access where one of them cannot. */
    boolean severalManageAccess() {
        return direct() > 1 || (direct() == 1 && members.othersManageAccess());
    }

    private Banner one() {
        return Banner.dismissible(
                "people:one-administrator:" + YearMonth.now(clock),
                Banner.Severity.INFO,
                messages.getMessage("users.banner.one"),
                fix());
    }

    private List<BannerAction> fix() {
        return List.of(new BannerAction(messages.getMessage("users.banner.fix"), "/settings/users"));
    }
}
