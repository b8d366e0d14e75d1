/** What a company lets the vendor's support see, and until when. */
@NullMarked
package io.patchbay.support.grant;

import org.jspecify.annotations.NullMarked;
