/** Events as documents and as files. */
@NullMarked
package io.patchbay.event.export;

import org.jspecify.annotations.NullMarked;
