/** The App Catalog page. */
@ApplicationModule(allowedDependencies = {"tenancy", "web", "environment", "licensing"})
@NullMarked
package io.patchbay.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
