/** Entra ID: sign-in and consent pages, discovery, keys, the token endpoint and sign-out. */
@NullMarked
package io.patchbay.simulator.entra;

import org.jspecify.annotations.NullMarked;
