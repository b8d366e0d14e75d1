/**
 * The file itself: a ZIP archive of JSON documents and pictures with a manifest of their hashes, which is signed. It is read
 * within bounds, and what is not exactly as it was written is refused with the reason.
 */
@NullMarked
package io.patchbay.portability.archive;

import org.jspecify.annotations.NullMarked;
