/** The pages of the staff console. */
@NullMarked
package io.patchbay.support.web;

import org.jspecify.annotations.NullMarked;
