/** Licenses of environments: valid, ending, ended. */
@NullMarked
package io.patchbay.licensing.license;

import org.jspecify.annotations.NullMarked;
