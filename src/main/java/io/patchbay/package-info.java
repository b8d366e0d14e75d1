/** Patchbay: connects Microsoft Intune tenants and deploys applications to them. One package below this one per feature. */
@NullMarked
package io.patchbay;

import org.jspecify.annotations.NullMarked;
