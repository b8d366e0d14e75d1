/** Versions and icons as they are stored. */
@NullMarked
package io.patchbay.catalog.store;

import org.jspecify.annotations.NullMarked;
