package io.patchbay.environment;

import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.WayOn;
import java.util.Optional;

/** What was asked for needs a connected Intune tenant; the page that says so leads to Connect. */
public class NotConnectedException extends ConflictException {

    /** Says that this environment is not connected. */
    public NotConnectedException() {
        this("connect.notConnected");
    }

    /** Takes the reason as a message key. */
    public NotConnectedException(String messageKey) {
        super(messageKey);
    }

    @Override
    public Optional<WayOn> wayOn() {
        return Optional.of(new WayOn("/settings/environments", "environments.connect"));
    }
}
