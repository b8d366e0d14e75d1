/** The inbox behind the bell. */
@ApplicationModule(
        allowedDependencies = {"platform", "notification.notice", "notification.channel", "notification.delivery"})
@NullMarked
package io.patchbay.notification.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
