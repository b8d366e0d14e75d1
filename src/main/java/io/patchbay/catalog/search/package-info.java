/** Finding applications, a page at a time. */
@NullMarked
package io.patchbay.catalog.search;

import org.jspecify.annotations.NullMarked;
