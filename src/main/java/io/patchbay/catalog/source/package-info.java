/** Where manifests are read from: a folder, a zip file, or a zip file that is downloaded. */
@NullMarked
package io.patchbay.catalog.source;

import org.jspecify.annotations.NullMarked;
