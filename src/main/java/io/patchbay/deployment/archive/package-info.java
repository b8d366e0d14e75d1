/**
 * Archives of publishers, whose installers run only beside the files they came with. An archive may be hostile: what it
 * names, how much it holds and how much that becomes is bounded, and nothing of it is written under its own name.
 */
@NullMarked
package io.patchbay.deployment.archive;

import org.jspecify.annotations.NullMarked;
