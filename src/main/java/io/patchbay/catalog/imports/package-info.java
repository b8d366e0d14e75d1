/**
 * Filling the catalog: folders that changed are read and stored by batches, manifests that are broken are reported, versions
 * that the source withdraws are marked.
 */
@NullMarked
package io.patchbay.catalog.imports;

import org.jspecify.annotations.NullMarked;
