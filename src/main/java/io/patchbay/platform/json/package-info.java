/** How values are stored as JSON in the database. */
@NullMarked
package io.patchbay.platform.json;

import org.jspecify.annotations.NullMarked;
