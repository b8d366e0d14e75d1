/** Tells who asked for a quote, and the sales desk, what became of it: by e-mail, and in the inbox of the company. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "licensing",
            "environment",
            "notification.notice",
            "notification.delivery",
            "notification.inbox"
        })
@NullMarked
package io.patchbay.notification.quote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
