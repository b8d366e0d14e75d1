/**
 * What a handler method demands of its caller: a capability in the company, a role among the vendor's staff, or a sign-in.
 */
@NullMarked
package io.patchbay.platform.access;

import org.jspecify.annotations.NullMarked;
