/**
 * The App Catalog: applications, their versions and installers, filled from WinGet manifests. It promises that a version that
 * was once in it can be looked up for ever, and that a broken manifest spoils nothing but itself.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "web", "outbound", "event", "environment", "licensing"})
@NullMarked
package io.patchbay.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
