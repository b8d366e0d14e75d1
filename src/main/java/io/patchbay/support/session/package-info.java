/**
 * How support looks into a company: only with a grant, for a ticket, with an event in the company's own log for every look.
 */
@NullMarked
package io.patchbay.support.session;

import org.jspecify.annotations.NullMarked;
