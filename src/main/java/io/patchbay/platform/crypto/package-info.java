/** Random tokens, keyed hashes and encryption of what must not be readable in the database. */
@NullMarked
package io.patchbay.platform.crypto;

import org.jspecify.annotations.NullMarked;
