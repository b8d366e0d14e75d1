/** Durable work: jobs that a crash or another instance takes up where they stood. */
@NullMarked
package io.patchbay.platform.job;

import org.jspecify.annotations.NullMarked;
