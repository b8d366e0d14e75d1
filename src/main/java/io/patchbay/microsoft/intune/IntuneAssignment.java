package io.patchbay.microsoft.intune;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assignment of an application in Intune: one of ours, or one as Graph gave it. */
public sealed interface IntuneAssignment permits AppAssignment, GivenAssignment {

    /** The group it names; null where it names none. */
    @Nullable
    UUID groupId();

    /** As Graph takes it. */
    Map<String, Object> json();
}
