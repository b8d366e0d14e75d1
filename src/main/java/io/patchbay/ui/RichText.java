package io.patchbay.ui;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of formatted text: text, or one of a few elements around more pieces. Templates print it with the fragment
 * {@code layout/fragments/prose}, which escapes every text: nothing that somebody wrote is ever printed as HTML.
 *
 * @param tag what it is
 * @param text the text of a {@link Tag#TEXT}, the https address of a {@link Tag#LINK}, the instant of a {@link Tag#TIME},
 *     otherwise empty
 * @param children what stands in it
 */
public record RichText(Tag tag, String text, List<RichText> children) {

    /** Keeps its own copy of the children. */
    public RichText {
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
        /** A point in time, shown in the reader's zone. */
        TIME,
        BREAK
    }

    /** Plain text. */
    public static RichText text(String text) {
        return new RichText(Tag.TEXT, text, List.of());
    }

    /** A point in time. */
    public static RichText time(Instant at) {
        return new RichText(Tag.TIME, at.toString(), List.of());
    }

    /** The point in time that a {@link Tag#TIME} is. */
    public Instant instant() {
        return Instant.parse(text);
    }

    /** Whether it stands in a line with what is around it. */
    boolean inline() {
        return tag == Tag.TEXT || tag == Tag.TIME;
    }

    /** The words alone. */
    public static String plain(List<RichText> pieces) {
        return pieces.stream()
                .map(piece -> piece.inline() ? piece.text() : plain(piece.children()))
                .collect(Collectors.joining(" "))
                .strip();
    }
}
