/** Rows that spreadsheets read. */
@NullMarked
package io.patchbay.platform.csv;

import org.jspecify.annotations.NullMarked;
