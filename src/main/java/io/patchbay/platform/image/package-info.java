/** Uploaded and downloaded images, drawn again from their pixels before anything shows them. */
@NullMarked
package io.patchbay.platform.image;

import org.jspecify.annotations.NullMarked;
