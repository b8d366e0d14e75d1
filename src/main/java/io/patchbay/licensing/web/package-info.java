/** The license pages of an environment, and the quote form. */
@NullMarked
package io.patchbay.licensing.web;

import org.jspecify.annotations.NullMarked;
