/** The chain of keyed hashes that shows whether the log is what was written. */
@NullMarked
package io.patchbay.event.chain;

import org.jspecify.annotations.NullMarked;
