/** Win32 applications in a tenant's Intune: how their content is packed and uploaded, what they are, and to whom they go. */
@NamedInterface("intune")
@NullMarked
package io.patchbay.microsoft.intune;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
