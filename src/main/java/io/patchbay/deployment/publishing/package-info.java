/**
 * Publishing a version step by step. Each step is stored, so that a crash costs a repeated call and never a second application.
 */
@NullMarked
package io.patchbay.deployment.publishing;

import org.jspecify.annotations.NullMarked;
