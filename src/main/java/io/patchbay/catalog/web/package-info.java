/** The pages of the App Catalog. */
@NullMarked
package io.patchbay.catalog.web;

import org.jspecify.annotations.NullMarked;
