/** Reading events with a token. */
@NullMarked
package io.patchbay.event.api;

import org.jspecify.annotations.NullMarked;
