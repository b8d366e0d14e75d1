/** What pages do with deployments: making, changing, listing and ending them. */
@NullMarked
package io.patchbay.deployment.management;

import org.jspecify.annotations.NullMarked;
