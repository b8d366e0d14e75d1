/** What the pages of the portal are measured by. Outside of the portal's package, so that no portal finds it by itself. */
@NullMarked
package yardstick;

import org.jspecify.annotations.NullMarked;
