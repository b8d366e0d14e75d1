/** The one clock that everything asks for the time. */
@NullMarked
package io.patchbay.platform.time;

import org.jspecify.annotations.NullMarked;
