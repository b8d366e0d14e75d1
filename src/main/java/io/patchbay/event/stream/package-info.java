/** Sending a company's events to its webhook, in order and at least once. */
@NullMarked
package io.patchbay.event.stream;

import org.jspecify.annotations.NullMarked;
