/** Microsoft Graph v1.0: the calls a portal makes with an app-only token. */
@NullMarked
package io.patchbay.simulator.graph;

import org.jspecify.annotations.NullMarked;
