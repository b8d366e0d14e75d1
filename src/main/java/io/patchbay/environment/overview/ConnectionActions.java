package io.patchbay.environment.overview;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.HealthView;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.BannerAction;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** The one thing that the current person can do about a connection that is not whole. */
@Component
class ConnectionActions {

    private final MessageSourceAccessor messages;

    ConnectionActions(MessageSourceAccessor messages) {
        this.messages = messages;
    }

    BannerAction of(EnvironmentView environment, HealthView health) {
        var page = "/settings/environments/" + environment.id() + "/intune";
        return health.fixedByReconnecting() && Current.may(Capability.CONNECT_INTUNE)
                ? new BannerAction(messages.getMessage("environments.reconnect"), page + "/reconnect")
                : new BannerAction(messages.getMessage("connection.review"), page);
    }
}
