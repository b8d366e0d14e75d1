/**
 * Traces by OpenTelemetry: off, and as if its libraries were not there, unless somebody says where they go. A span says what
 * kind of thing was done, by whose request or job and how long it took, and never with which values.
 */
@NullMarked
package io.patchbay.platform.tracing;

import org.jspecify.annotations.NullMarked;
