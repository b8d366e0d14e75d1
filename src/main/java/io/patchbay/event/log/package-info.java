/**
 * Writing and reading the event table, its monthly partitions, and taking secrets out before anything is written.
 */
@NullMarked
package io.patchbay.event.log;

import org.jspecify.annotations.NullMarked;
