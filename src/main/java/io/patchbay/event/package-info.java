/**
 * The event log: one way to append, one way to search, one way to take it along. An event is written in the transaction of
 * the change it tells of, is never changed afterwards, and is seen by its company only. A job links each company's events
 * into a chain of keyed hashes, so that whoever changes, removes or slips in an entry is found out.
 */
@ApplicationModule(allowedDependencies = {"platform", "ui", "outbound"})
@NullMarked
package io.patchbay.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
