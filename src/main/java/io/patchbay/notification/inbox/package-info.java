/** The inbox behind the bell. */
@NullMarked
package io.patchbay.notification.inbox;

import org.jspecify.annotations.NullMarked;
