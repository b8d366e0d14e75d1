/** Which events a filter finds, and how many. */
@NullMarked
package io.patchbay.event.search;

import org.jspecify.annotations.NullMarked;
