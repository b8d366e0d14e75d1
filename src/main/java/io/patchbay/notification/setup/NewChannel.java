package io.patchbay.notification.setup;

import io.patchbay.notification.channel.ChannelType;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Set;

/** A channel to be added: an e-mail address, or the https address of a receiver of webhooks. */
public record NewChannel(
        EnvironmentId environment, ChannelType type, String name, String address, Set<NoticeKind> kinds) {

    @Override
    public String toString() {
        return "NewChannel[" + type + ", " + name + "]";
    }
}
