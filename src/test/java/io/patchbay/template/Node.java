package io.patchbay.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a template, with what stands before it. */
sealed interface Node {

    Gap before();

    /** What stands between two pieces. */
    enum Gap {
        /** Nothing, and white space would show. */
        NONE,
        /** Nothing, and white space would not show. */
        OPEN,
        /** White space that does not show. */
        LOOSE,
        /** White space that shows. */
        SPACE,
        /** An empty line. */
        BLANK;

        /** How two pieces are parted on one line. */
        String inLine() {
            return this == NONE || this == OPEN ? "" : " ";
        }

        /** What stands inside a tag's end on one line. */
        String atEdge() {
            return this == SPACE ? " " : "";
        }
    }

    /** A word of text; the words of a text are pieces of their own. */
    record Word(Gap before, String text) implements Node {}

    /** A comment or the document type, kept to the letter. */
    record Verbatim(Gap before, String text) implements Node {}

    /**
     * An element.
     *
     * @param attributes from name to value with its quotes; null for an attribute without value
     * @param raw the content, to the letter, of an element whose white space counts; null for all others
     * @param end what stands before the closing tag
     */
    record Element(
            Gap before,
            Tag tag,
            Map<String, @Nullable String> attributes,
            List<Node> children,
            @Nullable String raw,
            Gap end)
            implements Node {

        String name() {
            return tag.name();
        }

        /** Whether what stands between the tags is only there for those who read the template. */
        boolean sample() {
            return attributes.containsKey("th:text");
        }
    }
}
