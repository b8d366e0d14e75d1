package io.patchbay.event.web;

import io.patchbay.event.EventStreaming;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Banner;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.BannerSource;
import java.util.List;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Says to those who can resume it that streaming pauses. */
@Component
class StreamPausedBanner implements BannerSource {

    private final EventStreaming streaming;
    private final MessageSourceAccessor messages;

    StreamPausedBanner(EventStreaming streaming, MessageSourceAccessor messages) {
        this.streaming = streaming;
        this.messages = messages;
    }

    @Override
    public List<Banner> banners() {
        if (Current.companyIfAny().isEmpty() || !Current.may(Capability.MANAGE_COMPANY)) {
            return List.of();
        }
        return streaming.paused().map(this::banner).stream().toList();
    }

    private Banner banner(String receiver) {
        return Banner.staying(
                "event-stream-paused",
                Banner.Severity.WARNING,
                messages.getMessage("stream.banner", new Object[] {receiver}),
                List.of(new BannerAction(messages.getMessage("stream.banner.fix"), "/settings/streaming")));
    }
}
