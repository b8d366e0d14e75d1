/**
 * The identifier by which a request, its log lines, its events and its calls to other services are found together.
 */
@NullMarked
package io.patchbay.platform.correlation;

import org.jspecify.annotations.NullMarked;
