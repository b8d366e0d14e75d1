package io.patchbay.event;

import java.util.Set;

/**
 * A kind of event. Each module has an enum of its own kinds and makes them known through {@link EventKinds}.
 *
 * <p>Its texts are in {@code messages.properties}: {@code event.<name>.title}, and {@code event.<name>.text}, or
 * {@code event.<name>.text.<variant>} for each variant where it has some. In them, {@code {0}} is the name of the actor, and
 * {@code {1}} and so on are the arguments of the {@link NewEvent}.
 */
public interface EventKind {

    /** The name that is stored: unique in all of Patchbay, never to be changed or used for anything else. */
    String name();

    /** What all events of the kind have in common. */
    EventDefinition definition();

    /** What it is about. */
    default Category category() {
        return definition().category();
    }

    /** What was done. */
    default Operation operation() {
        return definition().operation();
    }

    /** Whether it concerns security. */
    default Severity severity() {
        return definition().severity();
    }

    /** The names of the fields that its events may carry. */
    default Set<String> fields() {
        return definition().fields();
    }

    /** The names of its texts; empty where it has one text only. */
    default Set<String> variants() {
        return definition().variants();
    }

    /** Whether the log of a company begins with it. */
    default boolean first() {
        return false;
    }
}
