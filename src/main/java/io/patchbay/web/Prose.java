package io.patchbay.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of formatted text: text, or one of a few elements around more pieces. Templates print it with the fragment
 * {@code layout/fragments/prose}, which escapes every text: nothing that somebody wrote is ever printed as HTML.
 *
 * @param tag what it is
 * @param text the text of a {@link Tag#TEXT}, the https address of a {@link Tag#LINK}, otherwise empty
 * @param children what stands in it
 */
public record Prose(Tag tag, String text, List<Prose> children) {

    /** Keeps its own copy of the children. */
    public Prose {
        children = List.copyOf(children);
        if (tag == Tag.LINK && !text.startsWith("https://")) {
            throw new IllegalArgumentException("A link in a text leads to an https address");
        }
    }

    /** The elements there are. */
    public enum Tag {
        TEXT,
        PARAGRAPH,
        STRONG,
        EMPHASIS,
        CODE,
        BULLETS,
        NUMBERS,
        ITEM,
        LINK,
        BREAK
    }

    /** Plain text. */
    public static Prose text(String text) {
        return new Prose(Tag.TEXT, text, List.of());
    }

    /** The words alone. */
    public static String plain(List<Prose> pieces) {
        return pieces.stream()
                .map(piece -> piece.tag() == Tag.TEXT ? piece.text() : plain(piece.children()))
                .collect(Collectors.joining(" "))
                .strip();
    }
}
