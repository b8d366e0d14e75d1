/**
 * The App Catalog: applications, their versions and installers, as WinGet manifests give them. It is one for all companies,
 * filled by an importer that never loses a version: what its source withdraws is marked and stays readable.
 */
@ApplicationModule(allowedDependencies = {"platform", "ui", "outbound", "environment", "licensing"})
@NullMarked
package io.patchbay.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
