/** Environments together with their connections: what pages, banners and other modules learn of them. */
@NullMarked
package io.patchbay.environment.overview;

import org.jspecify.annotations.NullMarked;
