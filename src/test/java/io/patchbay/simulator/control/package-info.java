/** The control page and the same by HTTP: what a tester does to the simulated Microsoft. */
@NullMarked
package io.patchbay.simulator.control;

import org.jspecify.annotations.NullMarked;
