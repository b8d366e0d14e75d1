/**
 * Who comes in through a security group: asked of Microsoft Graph at sign-in and again within a quarter of an hour.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "event",
            "microsoft::graph",
            "company",
            "environment",
            "group.membership",
            "group.role"
        })
@NullMarked
package io.patchbay.group.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
