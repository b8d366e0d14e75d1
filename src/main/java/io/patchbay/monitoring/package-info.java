/** What is watched of an installation as a whole: numbers for Prometheus, read from the database when they are asked for. */
@ApplicationModule(allowedDependencies = {"platform", "microsoft::identity"})
@NullMarked
package io.patchbay.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
