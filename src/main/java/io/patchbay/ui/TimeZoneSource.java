package io.patchbay.ui;

import java.time.ZoneId;
import java.util.Optional;

/** Says in which zone the visitor wants to read times; at most one bean implements it. */
@FunctionalInterface
public interface TimeZoneSource {

    /** The zone the current visitor chose, or nothing for the browser's own. */
    Optional<ZoneId> zone();
}
