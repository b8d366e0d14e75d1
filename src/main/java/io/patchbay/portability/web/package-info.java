/** The page of a connection on which it is taken along, and what was taken along is imported. */
@NullMarked
package io.patchbay.portability.web;

import org.jspecify.annotations.NullMarked;
