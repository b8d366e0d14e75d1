/** The pages that say what went wrong. */
@NullMarked
package io.patchbay.ui.error;

import org.jspecify.annotations.NullMarked;
