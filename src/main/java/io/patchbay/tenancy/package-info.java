/**
 * Who is acting, for which company, and with what right; and the binding of that company to the database's row-level
 * security. A missing company is an error, never a default.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.patchbay.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
