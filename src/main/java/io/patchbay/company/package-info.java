/** Companies, the people in them, their roles and the way in. A person is a tenant ID and an object ID; e-mail addresses are for display only. */
@ApplicationModule(allowedDependencies = {"platform", "ui", "event", "microsoft", "microsoft::identity"})
@NullMarked
package io.patchbay.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
