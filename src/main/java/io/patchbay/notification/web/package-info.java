@ApplicationModule(
        allowedDependencies = {
            "platform",
            "ui",
            "environment",
            "notification.notice",
            "notification.channel",
            "notification.delivery",
            "notification.inbox",
            "notification.setup"
        })
@NullMarked
package io.patchbay.notification.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
