/** Companies as they are stored, and the kinds of events about a company and its people. */
@NullMarked
package io.patchbay.company.model;

import org.jspecify.annotations.NullMarked;
