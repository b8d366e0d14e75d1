/**
 * The few exceptions that people see differently. Their messages are keys of {@code messages.properties}; everything else ends
 * in one page that shows a correlation ID.
 */
@NullMarked
package io.patchbay.platform.problem;

import org.jspecify.annotations.NullMarked;
