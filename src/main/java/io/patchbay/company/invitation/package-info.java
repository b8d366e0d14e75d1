/** Invitations by link: used once, bound to the account that accepts, stored as a hash. */
@NullMarked
package io.patchbay.company.invitation;

import org.jspecify.annotations.NullMarked;
