/** Numbers of the installation as a whole, read from the database: for the operator's page, and for Prometheus. They name no company. */
@NullMarked
package io.patchbay.monitoring.figure;

import org.jspecify.annotations.NullMarked;
