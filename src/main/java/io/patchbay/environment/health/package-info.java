/** Checking connections: what is found out about a tenant, and what that means for the connection. */
@NullMarked
package io.patchbay.environment.health;

import org.jspecify.annotations.NullMarked;
