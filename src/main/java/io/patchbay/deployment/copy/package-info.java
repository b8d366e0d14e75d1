/**
 * Deployments in a file that somebody takes along, and made anew of it in another connection. What may make less of a
 * deployment's reach unknown, such as a missing assignment filter, is never left out silently.
 */
@NullMarked
package io.patchbay.deployment.copy;

import org.jspecify.annotations.NullMarked;
