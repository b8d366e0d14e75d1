/** How often somebody may do something, counted in the database for all instances together. */
@NullMarked
package io.patchbay.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
