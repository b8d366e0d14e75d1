/** Disconnecting: previewed, resumable after any crash, and ended with a report. */
@NullMarked
package io.patchbay.environment.disconnect;

import org.jspecify.annotations.NullMarked;
