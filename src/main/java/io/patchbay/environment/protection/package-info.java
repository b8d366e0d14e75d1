/**
 * Disconnects that no one person can begin at once: a second one confirms, or they wait and can be canceled meanwhile, as the
 * company chose. What it chose changes by the same rule.
 */
@NullMarked
package io.patchbay.environment.protection;

import org.jspecify.annotations.NullMarked;
