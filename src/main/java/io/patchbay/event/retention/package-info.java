/** Removing what is older than the company keeps. */
@NullMarked
package io.patchbay.event.retention;

import org.jspecify.annotations.NullMarked;
