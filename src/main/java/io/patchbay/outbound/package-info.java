/**
 * The guarded HTTP client for addresses that people or manifests gave us. It speaks https only, never to an address that is
 * not on the public Internet, and never for longer or more than it was told; what comes of a call is a typed outcome.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.patchbay.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
