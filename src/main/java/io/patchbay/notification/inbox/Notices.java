package io.patchbay.notification.inbox;

import io.patchbay.notification.channel.ChannelStore;
import io.patchbay.notification.delivery.DeliveryJob;
import io.patchbay.notification.delivery.DeliveryStore;
import io.patchbay.notification.notice.NewNotice;
import io.patchbay.platform.id.Identifiers;
import org.springframework.stereotype.Component;

/** Puts what happened into the inbox and on its way through the channels, in the transaction in which it happened. */
@Component
public class Notices {

    private final NoticeStore inbox;
    private final ChannelStore channels;
    private final DeliveryStore deliveries;
    private final DeliveryJob job;
    private final Identifiers identifiers;

    Notices(
            NoticeStore inbox,
            ChannelStore channels,
            DeliveryStore deliveries,
            DeliveryJob job,
            Identifiers identifiers) {
        this.inbox = inbox;
        this.channels = channels;
        this.deliveries = deliveries;
        this.job = job;
        this.identifiers = identifiers;
    }

    public void tell(NewNotice notice) {
        inbox.insert(identifiers.next(), notice);
        for (var channel : channels.listeningTo(notice.environment(), notice.kind())) {
            deliveries.insert(identifiers.next(), channel, notice);
            job.wake(channel);
        }
    }
}
