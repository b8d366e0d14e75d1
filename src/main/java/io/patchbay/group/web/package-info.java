/** Pages of Entra ID groups. */
@ApplicationModule(allowedDependencies = {"platform", "ui", "microsoft::graph", "company", "environment", "group.role"})
@NullMarked
package io.patchbay.group.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
