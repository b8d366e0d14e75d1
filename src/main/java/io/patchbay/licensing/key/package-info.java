/** License keys: issued, stored as keyed hashes, activated once. */
@NullMarked
package io.patchbay.licensing.key;

import org.jspecify.annotations.NullMarked;
