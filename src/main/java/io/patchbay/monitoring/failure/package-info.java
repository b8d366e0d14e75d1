/** Jobs that fail: why, since when, and how to run one again before its time. */
@NullMarked
package io.patchbay.monitoring.failure;

import org.jspecify.annotations.NullMarked;
