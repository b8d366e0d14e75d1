/** The free trial: once for each company and once for each Intune tenant. */
@NullMarked
package io.patchbay.licensing.trial;

import org.jspecify.annotations.NullMarked;
