/** The instances of the portal that share the database: each says every few seconds that it is alive. */
@NullMarked
package io.patchbay.monitoring.instance;

import org.jspecify.annotations.NullMarked;
