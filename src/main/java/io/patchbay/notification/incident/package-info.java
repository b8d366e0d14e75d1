/** What is worth a notification, and incidents of a connection from their beginning to their end. */
@NullMarked
package io.patchbay.notification.incident;

import org.jspecify.annotations.NullMarked;
