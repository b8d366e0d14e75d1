/**
 * The connections to the database: some for requests, others for jobs, so that neither waits for the other. It is one data
 * source for all who use it, which takes the connection for whoever asks. And the threads that do pieces of the work of
 * another one, each with a connection of its own.
 */
@NullMarked
package io.patchbay.platform.pool;

import org.jspecify.annotations.NullMarked;
