/** What the simulated Microsoft remembers: tenants, people, the one app registration and its faults. */
@NullMarked
package io.patchbay.simulator.directory;

import org.jspecify.annotations.NullMarked;
