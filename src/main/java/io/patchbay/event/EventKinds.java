package io.patchbay.event;

import java.util.List;

/** Makes kinds of events known to the event log; a bean of each module that has some. */
public interface EventKinds {

    /** The module's kinds. */
    List<EventKind> kinds();
}
