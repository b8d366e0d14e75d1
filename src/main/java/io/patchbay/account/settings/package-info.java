/** What each person set for themselves: time zone, contact e-mail, appearance. */
@NullMarked
package io.patchbay.account.settings;

import org.jspecify.annotations.NullMarked;
