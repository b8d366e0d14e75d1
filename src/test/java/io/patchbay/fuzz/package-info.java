/** What finds inputs that nobody thought of, and holds those that were found once. */
@NullMarked
package io.patchbay.fuzz;

import org.jspecify.annotations.NullMarked;
