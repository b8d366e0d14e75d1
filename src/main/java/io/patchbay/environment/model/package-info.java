/** Environments as they are stored, and what other modules learn of them. */
@NullMarked
package io.patchbay.environment.model;

import org.jspecify.annotations.NullMarked;
