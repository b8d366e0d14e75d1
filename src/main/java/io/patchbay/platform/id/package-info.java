/** Identifiers made by the application: UUIDs of version 7, ordered by time. */
@NullMarked
package io.patchbay.platform.id;

import org.jspecify.annotations.NullMarked;
