/** The search of the top bar: one text is looked for among the things of all modules, each of which says what it has. */
@NullMarked
package io.patchbay.ui.search;

import org.jspecify.annotations.NullMarked;
