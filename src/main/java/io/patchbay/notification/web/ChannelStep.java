package io.patchbay.notification.web;

import io.patchbay.notification.setup.Channels;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.OverviewPart;
import io.patchbay.ui.OverviewPart.SetupStep;
import io.patchbay.ui.OverviewSource;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Asks on the overview of a new company for a way to reach people who do not look. */
@Component
class ChannelStep implements OverviewSource, PageFact {

    private final PageFacts facts;
    private final Channels channels;
    private final MessageSourceAccessor messages;

    ChannelStep(@Lazy PageFacts facts, Channels channels, MessageSourceAccessor messages) {
        this.facts = facts;
        this.channels = channels;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "any_channel";
    }

    @Override
    public String sql() {
        return "select exists (select from channel where company_id = :company)";
    }

    @Override
    public List<OverviewPart> parts() {
        if (!Current.may(Capability.MANAGE_NOTIFICATIONS)) {
            return List.of();
        }
        return List.of(new SetupStep(
                50,
                messages.getMessage("overview.setup.channel"),
                messages.getMessage("overview.setup.channel.text"),
                facts.answer(this).map(Boolean::valueOf).orElse(false),
                channels.connected().isEmpty()
                        ? null
                        : new BannerAction(
                                messages.getMessage("overview.setup.channel.go"), "/settings/notifications")));
    }
}
