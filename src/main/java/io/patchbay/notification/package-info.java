/**
 * How people learn what happened without looking: the inbox behind the bell, and e-mail, Teams, Slack and webhooks. A change
 * is told once, an incident that lasts once a day, and its end once. Everything here belongs to an environment and ends with
 * its connection. A module that has something new to tell publishes an event of its own; it is listened to here, in
 * {@code NotificationListener}, with a kind of its own in {@link io.patchbay.notification.notice.NoticeKind}.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "ui",
            "outbound",
            "event",
            "microsoft::identity",
            "company",
            "support",
            "licensing",
            "environment",
            "deployment"
        })
@NullMarked
package io.patchbay.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
