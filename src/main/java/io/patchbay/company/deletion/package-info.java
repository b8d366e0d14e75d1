/** Deleting a company and the personal data in it. */
@NullMarked
package io.patchbay.company.deletion;

import org.jspecify.annotations.NullMarked;
