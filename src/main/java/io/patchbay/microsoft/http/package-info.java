/** The HTTP clients for Microsoft: time-outs, proxy, trust and the correlation headers. */
@NullMarked
package io.patchbay.microsoft.http;

import org.jspecify.annotations.NullMarked;
