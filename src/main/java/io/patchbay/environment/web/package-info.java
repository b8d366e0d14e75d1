/** The pages of environments and of connecting Intune. Others may show a connection for a company that lets them. */
@NamedInterface("pages")
@NullMarked
package io.patchbay.environment.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
