package io.patchbay.notification.setup;

import io.patchbay.notification.channel.ChannelType;
import io.patchbay.notification.delivery.DeliveryView;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A channel as pages show it.
 *
 * @param address the e-mail address, or only the host of a webhook: the rest of it is a secret
 * @param verified whether it may be used
 * @param arrived whether anything is known to have arrived
 * @param onHold whether so many deliveries failed that nothing is tried for a while
 * @param last the last deliveries, newest first; empty in lists
 */
public record ChannelView(
        UUID id,
        EnvironmentId environment,
        String environmentName,
        ChannelType type,
        String name,
        String address,
        Set<NoticeKind> kinds,
        boolean verified,
        boolean arrived,
        boolean onHold,
        List<DeliveryView> last) {}
