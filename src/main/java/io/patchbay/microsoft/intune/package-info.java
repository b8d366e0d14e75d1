/** Applications of Microsoft Intune: how their content is packed. */
@NamedInterface("intune")
@NullMarked
package io.patchbay.microsoft.intune;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
