/**
 * What is watched of an installation as a whole: numbers for Prometheus, and the operator's page with the instances that are
 * alive, jobs that fail, and how Microsoft answers. Nothing here names a company.
 */
@ApplicationModule(allowedDependencies = {"platform", "ui", "microsoft", "microsoft::identity", "microsoft::intune"})
@NullMarked
package io.patchbay.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
