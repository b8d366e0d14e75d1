/**
 * A connection in a file: taken along before it is disconnected, and imported on a later connection. What is in the file, each
 * module says of its own by {@code environment.PortablePart}; here it is packed, signed, checked and offered. A file is
 * believed only where this installation signed it, because what it says is run on devices.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "ui", "event", "company", "microsoft", "microsoft::graph", "environment"})
@NullMarked
package io.patchbay.portability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
