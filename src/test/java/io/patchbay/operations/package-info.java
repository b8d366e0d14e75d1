/**
 * What people who run Patchbay are given beside the jar: image, compose file, scripts, and what they promise. Tests hold what
 * needs no second machine; {@link io.patchbay.operations.ClusterRun} is a program of its own.
 */
@NullMarked
package io.patchbay.operations;

import org.jspecify.annotations.NullMarked;
