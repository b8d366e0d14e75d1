/** The layout around every page, and the theme. */
@NullMarked
package io.patchbay.ui.layout;

import org.jspecify.annotations.NullMarked;
