/** How parameters of requests become values: nothing unknown, doubled, oversized or unprintable gets through. */
@NullMarked
package io.patchbay.ui.form;

import org.jspecify.annotations.NullMarked;
