/** Adding channels, trying and changing them, as Settings | Notifications offers it. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "outbound",
            "event",
            "environment",
            "notification.notice",
            "notification.channel",
            "notification.delivery"
        })
@NullMarked
package io.patchbay.notification.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
