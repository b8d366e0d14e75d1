/** Values as scripts read them. What is written into a script comes from others, so it must never be read as part of it. */
@NullMarked
package io.patchbay.platform.script;

import org.jspecify.annotations.NullMarked;
