/** E-mail addresses and webhooks to which an environment's notifications go. */
@NullMarked
package io.patchbay.notification.channel;

import org.jspecify.annotations.NullMarked;
