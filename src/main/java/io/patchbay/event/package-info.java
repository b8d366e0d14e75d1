/** The event log: one way to append, one way to read. An event is written in the transaction of the change it tells of, is never changed afterwards, and is seen by its company only. */
@ApplicationModule(allowedDependencies = {"tenancy", "web"})
@NullMarked
package io.patchbay.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
