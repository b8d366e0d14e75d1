/**
 * What has to be right before the portal works: database, roles, keys, credential, surroundings. What would lose or show
 * somebody's data stops the start; the rest is logged. {@code --check} does all of it, prints a table and ends.
 */
@ApplicationModule(allowedDependencies = {"platform", "microsoft", "microsoft::identity"})
@NullMarked
package io.patchbay.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
