/** What people can be told, and one thing to tell them. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.patchbay.notification.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
