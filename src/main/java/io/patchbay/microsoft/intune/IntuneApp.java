package io.patchbay.microsoft.intune;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that is in Intune.
 *
 * @param committedContent its content, null before one was committed, and in a list
 * @param assigned whether it goes to anybody
 * @param assignments to whom it goes, as Graph says it, to be given to {@link IntuneApps#assign}; none in a list
 */
public record IntuneApp(
        String id,
        String displayName,
        @Nullable String notes,
        PublishingState state,
        @Nullable String committedContent,
        boolean assigned,
        List<GivenAssignment> assignments) {

    /**
     * How far it is. Only what is published can be changed, assigned and put into categories (intune-in-the-field P1, P4).
     *
     * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-apps-mobileapppublishingstate">Values</a>
     */
    public enum PublishingState {
        /** It never had content. */
        NOT_PUBLISHED,
        /** Intune is taking its content. */
        PROCESSING,
        PUBLISHED;

        static PublishingState of(@Nullable String state) {
            return switch (state == null ? "" : state) {
                case "published" -> PUBLISHED;
                case "notPublished" -> NOT_PUBLISHED;
                default -> PROCESSING;
            };
        }
    }

    /**
     * One with more of what it is.
     *
     * @param architectures as Graph names them, separated by commas
     * @param forUser whether it is installed for the signed-in user instead of the device
     */
    public record Described(IntuneApp app, String version, String publisher, String architectures, boolean forUser) {}

    /** Whether it never had content, so that it cannot be changed yet, nor get a second content version. */
    public boolean neverPublished() {
        return state == PublishingState.NOT_PUBLISHED && committedContent == null;
    }

    /** Whether it can be changed and assigned. */
    public boolean published() {
        return state == PublishingState.PUBLISHED;
    }

    /** Whether the text stands in its notes. */
    public boolean marked(String mark) {
        return notes != null && notes.contains(mark);
    }
}
