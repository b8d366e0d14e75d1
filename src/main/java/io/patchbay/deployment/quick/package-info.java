/**
 * Deploying several applications to several environments at once: named templates of the defaults, a plan that says before what
 * will be other than wished, and a durable job that begins the deployments one by one, each by itself.
 */
@NullMarked
package io.patchbay.deployment.quick;

import org.jspecify.annotations.NullMarked;
