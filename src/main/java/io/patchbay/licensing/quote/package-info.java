/** Asking the vendor for a license. */
@NullMarked
package io.patchbay.licensing.quote;

import org.jspecify.annotations.NullMarked;
