/** Taking applications out of Intune: one deployment, or all that end with a connection. */
@NullMarked
package io.patchbay.deployment.removal;

import org.jspecify.annotations.NullMarked;
