/** Environments as they are stored, and the kinds of events about them. */
@NullMarked
package io.patchbay.environment.model;

import org.jspecify.annotations.NullMarked;
