/** E-mail addresses and webhooks to which an environment's notifications go. */
@ApplicationModule(allowedDependencies = {"platform", "event", "notification.notice"})
@NullMarked
package io.patchbay.notification.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
