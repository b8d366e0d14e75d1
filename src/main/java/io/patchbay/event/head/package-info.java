/**
 * Signed heads: what the portal says, so that everybody can check it, about how far a log reached at some time. They are kept
 * outside of the database, by customers and in a file, and show whether a log was replaced by an older or another one.
 */
@NullMarked
package io.patchbay.event.head;

import org.jspecify.annotations.NullMarked;
