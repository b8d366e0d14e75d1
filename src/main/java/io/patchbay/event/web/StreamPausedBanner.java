package io.patchbay.event.web;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Banner;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.BannerSource;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Says to those who can resume it that streaming pauses. */
@Component
class StreamPausedBanner implements BannerSource, PageFact {

    private final PageFacts facts;
    private final MessageSourceAccessor messages;

    StreamPausedBanner(@Lazy PageFacts facts, MessageSourceAccessor messages) {
        this.facts = facts;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "stream_paused";
    }

    @Override
    public String sql() {
        return "select receiver from event_webhook where company_id = :company and paused_at is not null";
    }

    @Override
    public List<Banner> banners() {
        if (Current.companyIfAny().isEmpty() || !Current.may(Capability.MANAGE_COMPANY)) {
            return List.of();
        }
        return facts.answer(this).map(this::banner).stream().toList();
    }

    private Banner banner(String receiver) {
        return Banner.staying(
                "event-stream-paused",
                Banner.Severity.WARNING,
                messages.getMessage("stream.banner", new Object[] {receiver}),
                List.of(new BannerAction(messages.getMessage("stream.banner.fix"), "/settings/streaming")));
    }
}
