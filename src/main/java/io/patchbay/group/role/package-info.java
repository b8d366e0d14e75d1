/** Which security groups give access, and with what role. */
@ApplicationModule(
        allowedDependencies = {"platform", "event", "microsoft::graph", "company", "environment", "group.membership"})
@NullMarked
package io.patchbay.group.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
