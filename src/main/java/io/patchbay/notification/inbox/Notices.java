package io.patchbay.notification.inbox;

import io.patchbay.notification.channel.ChannelRows;
import io.patchbay.notification.delivery.DeliveryJob;
import io.patchbay.notification.delivery.DeliveryRows;
import io.patchbay.notification.notice.NewNotice;
import io.patchbay.platform.id.Identifiers;
import org.springframework.stereotype.Component;

/** Puts what happened into the inbox and on its way through the channels, in the transaction in which it happened. */
@Component
public class Notices {

    private final NoticeRows rows;
    private final ChannelRows channels;
    private final DeliveryRows deliveries;
    private final DeliveryJob job;
    private final Identifiers identifiers;

    Notices(NoticeRows rows, ChannelRows channels, DeliveryRows deliveries, DeliveryJob job, Identifiers identifiers) {
        this.rows = rows;
        this.channels = channels;
        this.deliveries = deliveries;
        this.job = job;
        this.identifiers = identifiers;
    }

    public void tell(NewNotice notice) {
        rows.insert(identifiers.next(), notice);
        for (var channel : channels.listeningTo(notice.environment(), notice.kind())) {
            deliveries.insert(identifiers.next(), channel, notice);
            job.wake(channel);
        }
    }
}
