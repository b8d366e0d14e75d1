/** What Microsoft's published schema says of the bodies that Intune takes, and the rules between their properties. */
@NullMarked
package io.patchbay.simulator.schema;

import org.jspecify.annotations.NullMarked;
