/** How templates are laid out: read as a tree, written with one layout. */
@NullMarked
package io.patchbay.template;

import org.jspecify.annotations.NullMarked;
