/**
 * Comparing an environment's deployments with its Intune: new versions are published, old ones leave by the retention policy.
 */
@NullMarked
package io.patchbay.deployment.synchronization;

import org.jspecify.annotations.NullMarked;
