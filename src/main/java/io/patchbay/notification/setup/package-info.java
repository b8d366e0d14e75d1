/** Adding channels, trying and changing them, as Settings | Notifications offers it. */
@NullMarked
package io.patchbay.notification.setup;

import org.jspecify.annotations.NullMarked;
