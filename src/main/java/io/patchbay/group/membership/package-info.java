/** What Microsoft last said about who is in which group, or why it did not. */
@NullMarked
package io.patchbay.group.membership;

import org.jspecify.annotations.NullMarked;
