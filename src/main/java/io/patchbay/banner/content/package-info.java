/**
 * Banners as they are written, stored and shown. Markdown is shown only after it was sanitized, images only after they were
 * drawn again.
 */
@NullMarked
package io.patchbay.banner.content;

import org.jspecify.annotations.NullMarked;
