/** The publishers' download servers, and the folder of WinGet manifests that speak of what is on them. */
@NullMarked
package io.patchbay.simulator.download;

import org.jspecify.annotations.NullMarked;
