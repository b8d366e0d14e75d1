/** The Events pages. */
@NullMarked
package io.patchbay.event.web;

import org.jspecify.annotations.NullMarked;
