/** What Microsoft last said about who is in which group, or why it did not. */
@ApplicationModule(allowedDependencies = {"platform", "microsoft::graph", "microsoft::identity"})
@NullMarked
package io.patchbay.group.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
