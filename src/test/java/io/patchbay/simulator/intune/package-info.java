/** The applications in the simulated Intune: their state, the storage for their contents, and how both misbehave on request. */
@NullMarked
package io.patchbay.simulator.intune;

import org.jspecify.annotations.NullMarked;
