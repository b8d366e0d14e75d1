/**
 * Connecting a tenant: a sign-in that proves tenant and role, admin consent for that tenant and no other, then proof.
 */
@NullMarked
package io.patchbay.environment.consent;

import org.jspecify.annotations.NullMarked;
