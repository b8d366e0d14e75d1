/** Deployments and their versions, their states and the events that tell of them. */
@NullMarked
package io.patchbay.deployment.model;

import org.jspecify.annotations.NullMarked;
