/** The support bundle: one file with what is needed to understand a case, and no secret. */
@NullMarked
package io.patchbay.support.bundle;

import org.jspecify.annotations.NullMarked;
