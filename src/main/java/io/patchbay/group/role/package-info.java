/** Which security groups give access, and with what role. */
@NullMarked
package io.patchbay.group.role;

import org.jspecify.annotations.NullMarked;
