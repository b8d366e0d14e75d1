/** Sending through channels, in order, until it is delivered or given up. */
@NullMarked
package io.patchbay.notification.delivery;

import org.jspecify.annotations.NullMarked;
