/**
 * How connections of clients are taken: whoever is slow is not waited for, and nobody takes all of them. What comes through a
 * proxy that is trusted is the proxy's to limit.
 */
@NullMarked
package io.patchbay.ui.connection;

import org.jspecify.annotations.NullMarked;
