/** What people can be told, and one thing to tell them. */
@NullMarked
package io.patchbay.notification.notice;

import org.jspecify.annotations.NullMarked;
