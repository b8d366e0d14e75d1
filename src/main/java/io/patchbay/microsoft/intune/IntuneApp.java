package io.patchbay.microsoft.intune;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that is in Intune.
 *
 * @param committedContent its content, null before one was committed
 * @param assignments to whom it goes, as Graph says it, to be given to {@link IntuneApps#assign}
 */
public record IntuneApp(
        String id,
        String displayName,
        @Nullable String displayVersion,
        @Nullable String notes,
        @Nullable String committedContent,
        List<GivenAssignment> assignments) {

    /** Whether it goes to anybody. */
    public boolean assigned() {
        return !assignments.isEmpty();
    }

    /** Whether the text stands in its notes. */
    public boolean marked(String mark) {
        return notes != null && notes.contains(mark);
    }
}
