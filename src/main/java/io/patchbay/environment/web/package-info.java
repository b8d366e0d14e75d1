/** The pages of environments and of connecting Intune. */
@NullMarked
package io.patchbay.environment.web;

import org.jspecify.annotations.NullMarked;
