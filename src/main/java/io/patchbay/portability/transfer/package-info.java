/** Taking a connection along, and making it anew of the file: previewed, piece by piece, nothing twice. */
@NullMarked
package io.patchbay.portability.transfer;

import org.jspecify.annotations.NullMarked;
