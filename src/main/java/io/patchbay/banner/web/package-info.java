/** Settings | Banners, and the pictures of banners. */
@NullMarked
package io.patchbay.banner.web;

import org.jspecify.annotations.NullMarked;
