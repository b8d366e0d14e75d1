/** What is worth a notification, and incidents of a connection from their beginning to their end. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "event",
            "microsoft::identity",
            "company",
            "licensing",
            "environment",
            "deployment",
            "support",
            "notification.notice",
            "notification.channel",
            "notification.delivery",
            "notification.inbox"
        })
@NullMarked
package io.patchbay.notification.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
