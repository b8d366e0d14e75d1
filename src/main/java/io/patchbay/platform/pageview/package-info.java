/**
 * What the parts of one page share while it is made: a read-only transaction around controller and layout, what was read
 * already, and one statement for the small questions of all modules. Nothing of it outlives the page.
 */
@NullMarked
package io.patchbay.platform.pageview;

import org.jspecify.annotations.NullMarked;
