/** The Events pages. Others may show them for a company that lets them. */
@NamedInterface("pages")
@NullMarked
package io.patchbay.event.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
