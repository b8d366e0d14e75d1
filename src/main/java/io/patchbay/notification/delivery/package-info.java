/** Sending through channels, in order, until it is delivered or given up. */
@ApplicationModule(
        allowedDependencies = {"platform", "outbound", "event", "notification.notice", "notification.channel"})
@NullMarked
package io.patchbay.notification.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
