/** The pages of deployments. */
@NullMarked
package io.patchbay.deployment.web;

import org.jspecify.annotations.NullMarked;
