/** The Intune connection of an environment, how it stands, and what its owners do about it. */
@NullMarked
package io.patchbay.environment.connection;

import org.jspecify.annotations.NullMarked;
