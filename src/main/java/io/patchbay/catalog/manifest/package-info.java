/**
 * WinGet manifests of every version, read into one form. The files may be hostile: size, depth and aliases are bounded.
 */
@NullMarked
package io.patchbay.catalog.manifest;

import org.jspecify.annotations.NullMarked;
